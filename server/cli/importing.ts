import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Command } from "commander";
import { ExportFile } from "../domain/imports/bring/file";
import { survey } from "../domain/imports/bring/survey";
import { accountInWords } from "../domain/imports/runs/account";
import { importHere } from "../domain/imports/runs/here";
import { isBusy } from "../domain/imports/turn";
import { WxrRefused } from "../domain/imports/wxr/refused";
import { withSite } from "./database";
import { progressOf } from "./progress";
import { murmur, say } from "./speak";

type Options = { dryRun?: boolean; json?: boolean };

/** The exit code of a file that is not taken. */
const refusedCode = 2;

/** `kith import`: brings a community in from where it was. */
export const importing = new Command("import").description("brings posts, comments and people in from another place");

importing
  .command("wxr <file>")
  .description("a WordPress export (WXR); running it again brings only what is new")
  .option("--dry-run", "look at the file and say what would come in; write nothing")
  .option("--json", "print what the file holds as one JSON object")
  .action(async (path: string, options: Options) => {
    const file = await ExportFile.open(whereIs(path));
    try {
      await bringIn(file, basename(path), options);
    } catch (error) {
      if (!(error instanceof WxrRefused)) throw error;
      refuse(error, options);
    } finally {
      await file.close();
    }
  });

async function bringIn(file: ExportFile, fileName: string, { dryRun = false, json }: Options): Promise<void> {
  const report = progressOf(file.bytes);
  const found = await survey(file, report);
  const told = await withSite((ctx) => importHere(ctx, { file, survey: found, fileName, dryRun, report }));
  if (isBusy(told)) throw new Error("Another import is running on this site. Please wait until it is done.");
  if (json) return say(JSON.stringify(found.account));
  for (const line of accountInWords(told, dryRun)) say(line);
}

function refuse({ line, column, reason }: WxrRefused, { json }: Options): void {
  process.exitCode = refusedCode;
  if (json) say(JSON.stringify({ refused: { line, column, reason } }));
  else murmur(`The file was not taken: line ${line}, column ${column}: ${reason}. Nothing of it was kept.`);
}

/** npm runs us in the project's own folder; a path is meant from where it was typed. */
function whereIs(path: string): string {
  const places = [resolve(process.env.INIT_CWD ?? ".", path), resolve(path)];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`There is no file at ${places[0]}`);
  return found;
}
