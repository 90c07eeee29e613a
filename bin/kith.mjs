import { within } from "./lib/ground.mjs";
import { prepare } from "./lib/prepare.mjs";
import { command, speaker } from "./lib/say.mjs";
import { serve } from "./lib/serve.mjs";

/* npm run kith -- COMMAND: what an operator types. stdout is the command's own; progress goes to stderr. */
command(async () => {
  const speaks = speaker(process.stderr);
  const node = await prepare(speaks, ["bundle"]);
  const options = { args: process.argv.slice(2), mode: "production", say: speaks.say };
  process.exit(await serve(node, within("dist", "cli.mjs"), options));
});
