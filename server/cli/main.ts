import { Command } from "commander";
import { api } from "./api";
import { importing } from "./importing";
import { people, role } from "./people";
import { settings } from "./settings";
import { sentenceOf } from "./speak";

/** What an operator types: `npm run kith -- COMMAND`. Answers go to standard output, everything else to standard error. */
const program = new Command("kith")
  .description(
    "Looks after a Kith from the shell. It works on the data in KITH_DATA, or on the database of DATABASE_URL.",
  )
  .showHelpAfterError("(add --help to see what it takes)")
  .addCommand(settings)
  .addCommand(people)
  .addCommand(role)
  .addCommand(importing)
  .addCommand(api);

program.parseAsync(process.argv).then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  },
);
