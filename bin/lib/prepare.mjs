import { existsSync, rmSync } from "node:fs";
import { alone } from "./alone.mjs";
import { environment, findNode, Refused, root, within } from "./ground.mjs";
import { installPackages, packagesAreThere } from "./packages.mjs";
import { runQuietly } from "./run.mjs";
import { stampOf } from "./sources.mjs";

/** What can be made, by what, and how one sees that it is there. `stamp` lies in the product, so it goes with it. */
const products = {
  bundle: {
    stamp: within("dist", ".kith.json"),
    needs: [within("dist", "main.mjs"), within("dist", "cli.mjs")],
    programs: [["bin/bundle.mjs"]],
  },
  pages: {
    stamp: within(".next", ".kith.json"),
    needs: [within(".next", "BUILD_ID")],
    programs: [["node_modules/next/dist/bin/next", "build"], ["bin/compress.mjs"]],
  },
};

const stampFor = (name) => stampOf(root, products[name].stamp, products[name].needs);

/**
 * Brings packages and Node 24, and makes the products that are not there or older than their sources.
 * When all is there it says nothing and takes some milliseconds. Two at once wait for each other.
 * @param {{ say: (line: string) => void, step: (title: string, work: () => Promise<unknown>) => Promise<unknown> }} speaker
 * @param {("bundle" | "pages")[]} wanted
 * @returns the path of Node 24
 */
export async function prepare({ say, step }, wanted) {
  if (packagesAreThere() && wanted.every((name) => stampFor(name).isFresh())) return findNode();
  return alone(
    within("dist", ".preparing"),
    { onWait: () => say("another start prepares already, waiting for it") },
    async () => {
      if (!packagesAreThere()) await step("installing packages (npm ci)", installPackages);
      const node = findNode();
      const stale = wanted.filter((name) => !stampFor(name).isFresh());
      if (stale.length > 0) await step(`building ${stale.join(" and ")}`, () => makeAll(stale, node));
      return node;
    },
  );
}

/** Side by side; when one fails the other is waited for, or it would still be writing when the next start begins. */
async function makeAll(names, node) {
  const results = await Promise.allSettled(names.map((name) => make(name, node)));
  const failure = results.find((result) => result.status === "rejected");
  if (failure) throw failure.reason;
}

async function make(name, node) {
  const { stamp, programs } = products[name];
  const state = stampFor(name);
  rmSync(stamp, { force: true });
  for (const args of programs) await must(node, args);
  state.keep();
}

async function must(node, args) {
  if (!existsSync(within(args[0]))) throw new Refused(`${args[0]} is missing: is this the whole project?`);
  const { code, output } = await runQuietly(node, args, { env: environment(node, { NODE_ENV: "production" }) });
  if (code !== 0) throw new Refused(`${args.join(" ")} did not succeed (exit code ${code}):\n${output.trim()}`);
}
