import { settings } from "#/db/schema/site";
import { config, siteUrl } from "#/server/platform/config";
import { momentNow, movedSince } from "#/server/platform/stale";
import type { Reading } from "../context";
import { isKey, type Key, known, type Settings } from "./schema";

/**
 * A page asks for the settings half a dozen times, and so does a comment: for so long, in milliseconds, one answer does,
 * unless any process told of a change.
 */
const keptFor = 1_000;

const kept = new WeakMap<object, { at: number; moment: number; all: Promise<Settings> }>();

/** Every setting as it stands: what the operator set, else the standard. */
export function settingsOf({ db }: Pick<Reading, "db">): Promise<Settings> {
  if (!config().production) return read(db);
  const before = kept.get(db);
  if (before && Date.now() - before.at < keptFor && !movedSince(before.moment, ["site"])) return before.all;
  const all = read(db);
  kept.set(db, { at: Date.now(), moment: momentNow(), all });
  all.catch(() => kept.delete(db));
  return all;
}

async function read(db: Reading["db"]): Promise<Settings> {
  const rows = await db.select({ key: settings.key, value: settings.value }).from(settings);
  const all: Record<string, unknown> = Object.fromEntries(
    Object.entries(known).map(([key, { standard }]) => [key, standard]),
  );
  for (const { key, value } of rows) {
    const read = isKey(key) ? known[key].value.safeParse(value) : undefined;
    if (read?.success) all[key] = read.data;
  }
  return all as Settings;
}

/** Every setting with its standard and what it does, for the operator. */
export async function listSettings(ctx: Pick<Reading, "db">) {
  const now = await settingsOf(ctx);
  return (Object.keys(known) as Key[]).map((key) => ({
    key,
    value: now[key],
    standard: known[key].standard,
    effect: known[key].effect,
  }));
}

/**
 * What the site calls itself, where it is, whether it is open to new members, what it tells guests of joining, and the hub
 * its public feeds name.
 */
export async function siteFace(ctx: Pick<Reading, "db">) {
  const now = await settingsOf(ctx);
  return {
    title: now["site.title"],
    tagline: now["site.tagline"],
    joinOpen: now["join.open"],
    invitation: now["guests.invitation"],
    url: siteUrl(),
    hub: now["feeds.hub"] || null,
  };
}
