import { within } from "./lib/ground.mjs";
import { prepare } from "./lib/prepare.mjs";
import { command, speaker } from "./lib/say.mjs";
import { serve } from "./lib/serve.mjs";

/*
 * npm start: brings everything, builds what changed, serves. Runs on Node 20 with nothing installed.
 *   --prepare   stop before serving
 *   --dev       pages are built while they are asked for
 * Everything else is Kith's own (`--demo`).
 */
const ours = ["--prepare", "--dev"];

command(async () => {
  const args = process.argv.slice(2);
  const dev = args.includes("--dev");
  const speaks = speaker(process.stdout);
  const node = await prepare(speaks, dev ? ["bundle"] : ["bundle", "pages"]);
  if (args.includes("--prepare")) return speaks.say("ready: npm start serves");
  const options = {
    args: args.filter((arg) => !ours.includes(arg)),
    mode: dev ? "development" : "production",
    say: speaks.say,
  };
  process.exit(await serve(node, within("dist", "main.mjs"), options));
});
