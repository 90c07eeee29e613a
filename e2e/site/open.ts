import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { startKith } from "./kith";

/** What a story must know of the site it is told on. */
export type Village = { url: string; password: string; data: string };

/**
 * One built Kith with the village in it for each worker, so that no story meets what another does at the same time.
 * A run of stories that start what they need (`KITH_STORY_VILLAGES=[]`) goes without.
 */
export default async function open({ workers }: Pick<FullConfig, "workers">) {
  if (process.env.KITH_STORY_VILLAGES) return undefined;
  // The one name of this machine that the villages may ask, on any port: stories start other people's sites there.
  const env = { KITH_PRIVATE_HOSTS: "stories.localhost" };
  const sites = await Promise.all(Array.from({ length: workers }, () => startKith({ demo: true, env })));
  const villages: Village[] = sites.map(({ url, data }) => ({
    url,
    data,
    password: readFileSync(join(data, "village-password"), "utf8").trim(),
  }));
  process.env.KITH_STORY_VILLAGES = JSON.stringify(villages);
  return async () => {
    await Promise.all(sites.map((kith) => kith.stop()));
    // A mistake of ours that no story met is still one; and one that a story met is explained here.
    for (const kith of sites) process.stderr.write(complaintsIn(kith.said()));
  };
}

/** What a site wrote down as gone wrong, without what it says when it starts. */
function complaintsIn(said: string): string {
  const lines = said.split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line) => `village: ${line}\n`).join("");
}
