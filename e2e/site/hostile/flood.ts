import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { people } from "#/db/seed/village/people";
import type { Kith } from "../kith";
import { attacks, type Entry, naughty, packed, spread, within } from "./corpus";
import { type Caller, enter } from "./door";
import { inLanes } from "./wire";

const made = z.object({ key: z.string(), href: z.string() });
type Made = z.infer<typeof made>;

/** A top comment and the replies that a page shows below it at once (server/domain/comments/queries/thread.ts). */
const branch = 31;
const commentsOnPost = 248;
const lanes = 6;

/** The limits a flood meets; an operator lifts them before a load test. */
const limits = [
  "comments.minute",
  "comments.hour",
  "posts.hour",
  "post.tags",
  "requests.open",
  "requests.day",
  "reports.hour",
  "sign-in.address-quarter-hour",
];

/** Everybody of the village who may come in, signed in by the api, with the limits lifted by the owner. */
export async function village({ url, data }: Pick<Kith, "url" | "data">): Promise<Record<string, Caller>> {
  const password = readFileSync(join(data, "village-password"), "utf8").trim();
  const owner = await enter(url, "candy", password);
  for (const key of limits) await owner.mutate("settings.set", { key, value: key === "post.tags" ? 50 : 1_000_000 });
  const callers: Record<string, Caller> = { candy: owner };
  // Trent is suspended, and nobody lets him in.
  for (const { handle } of people.filter(({ handle }) => handle !== "trent"))
    callers[handle] ??= await enter(url, handle, password);
  return callers;
}

/** One post for each so many texts; their titles and tags are attacks as well. */
export async function writePosts(authors: readonly Caller[], most: number): Promise<Made[]> {
  const bodies = packed(9_000, attacks());
  const titles = spread(most, within(200, attacks()));
  const tags = within(40, attacks()).filter(({ payload }) => !payload.includes(","));
  const posts: Made[] = [];
  await inLanes(titles, lanes, async ({ payload: title }, i) => {
    const author = authors[i % authors.length];
    const input = { title, source: bodies[i % bodies.length], publish: true, tags: textsOf(tags, i * 20, 20) };
    if (author) posts.push(await author.makes("posts.write", input, made));
  });
  return posts;
}

const textsOf = (entries: readonly Entry[], from: number, many: number) =>
  [...new Set(entries.slice(from % entries.length).map(({ payload }) => payload.trim()))].slice(0, many);

export type Written = Entry & Made & { author: Caller };

/** Four at a time, with an empty line between: one by one they go through the sanitiser in its own test. */
const fours = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap(({ id }, i) =>
    i % 4
      ? []
      : [
          {
            id,
            payload: entries
              .slice(i, i + 4)
              .map(({ payload }) => payload)
              .join("\n\n"),
          },
        ],
  );

/** Every attack, and every difficult string as a comment of its own, in threads that fit on one page each. */
export async function writeComments(authors: readonly Caller[], posts: readonly Made[]): Promise<Written[]> {
  const entries = [...fours(attacks()), ...naughty()].filter(
    ({ payload }) => payload.replaceAll("\0", "").trim() !== "",
  );
  const written: Written[] = [];
  const tops: Promise<Made>[] = [];
  await inLanes(entries, lanes, async (entry, i) => {
    const author = authors[i % authors.length];
    const post = posts[Math.floor(i / commentsOnPost)];
    if (!author || !post) throw new Error("There are more comments than posts to put them under");
    const isTop = i % branch === 0;
    const parent = isTop ? null : await tops[Math.floor(i / branch)];
    const input = { postKey: post.key, source: entry.payload, ...(parent && { parentKey: parent.key }) };
    const work = author.makes("comments.write", input, made);
    if (isTop) tops[i / branch] = work;
    written.push({ ...entry, ...(await work), author });
  });
  return written;
}

/** Everybody calls themselves, and describes themselves, by attacks: those that the doors let in. Gives how many names were. */
export async function changeFaces(members: readonly Caller[], round: number): Promise<number> {
  const names = within(80, attacks());
  const bios = packed(1_900, attacks());
  let taken = 0;
  await inLanes(members, lanes, async (member, i) => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const at = (round * members.length + i) * 20 + attempt;
      const payload = names[at % names.length]?.payload ?? "";
      const said = await member.mutate("members.changeProfile", {
        name: payload,
        bio: bios[(round * members.length + i) % bios.length],
        site: attempt % 2 ? null : `https://evil.example/${encodeURIComponent(payload)}`,
      });
      if (said.status !== 200) continue;
      taken += 1;
      return;
    }
  });
  return taken;
}
