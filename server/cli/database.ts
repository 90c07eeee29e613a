import { openEmbedded } from "#/db/embedded";
import { migrate } from "#/db/migrate";
import { contextFor, openDatabase } from "../context";
import type { Reading } from "../domain/context";
import { config } from "../platform/config";

/** Opens the site's data for one command, whether or not the site is running, and closes it after. */
export async function withSite<Answer>(work: (ctx: Reading) => Promise<Answer>): Promise<Answer> {
  const { databaseUrl, data } = config();
  const embedded = databaseUrl ? null : await openEmbedded({ folder: data });
  try {
    const url = databaseUrl ?? embedded?.url ?? "";
    await migrate(url);
    const { close } = openDatabase(url);
    try {
      return await work(contextFor(null));
    } finally {
      await close();
    }
  } finally {
    await embedded?.close();
  }
}
