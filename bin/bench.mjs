import { existsSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { within } from "./lib/ground.mjs";
import { prepare } from "./lib/prepare.mjs";
import { runOpenly } from "./lib/run.mjs";
import { command, speaker } from "./lib/say.mjs";
import { toolEnvironment } from "./lib/tools.mjs";

/* npm run bench -- [SUITE]: bundles the suites in bench/ and runs them one after the other. */
command(async () => {
  const { say, step } = speaker(process.stdout);
  const node = await prepare({ say, step }, []);
  const wanted = process.argv.slice(2);
  const suites = (existsSync(within("bench")) ? readdirSync(within("bench")) : [])
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .filter((name) => wanted.length === 0 || wanted.includes(basename(name, ".ts")));
  if (suites.length === 0)
    return say(wanted.length ? `bench/ has no suite ${wanted.join(" or ")}` : "bench/ holds no suite yet");
  const { build } = await import("esbuild");
  for (const suite of suites) {
    const outfile = within("dist", "bench", suite.replace(/\.ts$/, ".mjs"));
    const options = { bundle: true, platform: "node", format: "esm", target: "node24", packages: "external" };
    await build({
      ...options,
      absWorkingDir: within(),
      entryPoints: [within("bench", suite)],
      outfile,
      tsconfig: within("tsconfig.json"),
    });
    say(suite);
    const code = await runOpenly(node, [outfile], { env: toolEnvironment(node, { NODE_ENV: "production" }) });
    if (code !== 0) process.exitCode = 1;
  }
});
