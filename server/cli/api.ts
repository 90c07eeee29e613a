import { Command } from "commander";
import { apiAsMarkdown, describeApi } from "../api/describe";
import { say } from "./speak";

/** `kith api`: every procedure with what it takes and who may call it. `docs/api.md` is made by it. */
export const api = new Command("api")
  .description("prints every procedure of the api with its input and who may call it")
  .option("--json", "as one JSON array")
  .option("--markdown", "as docs/api.md stands")
  .action(({ json, markdown }: { json?: boolean; markdown?: boolean }) => {
    const all = describeApi();
    if (json) return say(JSON.stringify(all));
    if (markdown) return say(apiAsMarkdown(all).trimEnd());
    for (const { path, kind, who, input } of all)
      say(`${path}  (${kind}, ${who})  ${input ? JSON.stringify(input) : "takes nothing"}`);
  });
