import { Command } from "commander";
import { changeSetting } from "../domain/moderation/commands";
import { listSettings, settingsOf } from "../domain/settings/queries";
import { isKey } from "../domain/settings/schema";
import { withSite } from "./database";
import { say } from "./speak";

/** `kith settings`: reads and sets what the site goes by. */
export const settings = new Command("settings").description(
  "reads and sets the site's settings, its limits among them",
);

settings
  .command("list", { isDefault: true })
  .description("every setting with its value, its standard and what it does")
  .option("--json", "as one JSON array")
  .action(async ({ json }: { json?: boolean }) => {
    const all = await withSite(listSettings);
    if (json) return say(JSON.stringify(all));
    for (const { key, value, standard, effect } of all) {
      const changed = value === standard ? "" : `  (standard: ${JSON.stringify(standard)})`;
      say(`${key} = ${JSON.stringify(value)}${changed}\n    ${effect}`);
    }
  });

settings
  .command("get <key>")
  .description("one setting's value")
  .action(async (key: string) => {
    if (!isKey(key)) throw unknownKey(key);
    const all = await withSite(settingsOf);
    say(String(all[key]));
  });

settings
  .command("set <key> <value>")
  .description("sets one setting; the running site goes by it at once")
  .action(async (key: string, text: string) => {
    if (!isKey(key)) throw unknownKey(key);
    await withSite((ctx) => changeSetting(ctx, { key, value: text }));
    say(`${key} is now ${text}`);
  });

const unknownKey = (key: string) =>
  new Error(`There is no setting called ${key}. "npm run kith -- settings" lists them all.`);
