import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startKith } from "./kith";

/** One built Kith with the village in it, for all stories of the run. */
export default async function open() {
  const kith = await startKith({ demo: true });
  process.env.KITH_STORY_URL = kith.url;
  process.env.KITH_STORY_PASSWORD = readFileSync(join(kith.data, "village-password"), "utf8").trim();
  return async () => {
    await kith.stop();
  };
}
