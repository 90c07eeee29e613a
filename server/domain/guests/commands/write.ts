import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { type Guest, guests, guestWords } from "#/db/schema/comments";
import { measure, renderWords } from "../../comments/words";
import { atomically, type Reading } from "../../context";
import { callerFrom } from "../../identities/caller";
import { countMail } from "../../identities/limits";
import { hashOf, newToken } from "../../identities/token";
import { takeDrop } from "../../limits";
import { sendLater } from "../../mails/commands";
import { compose } from "../../mails/compose";
import { onceOf } from "../../posts/once";
import { settingsOf } from "../../settings/queries";
import type { Settings } from "../../settings/schema";
import { fail } from "../errors";
import type { guestComment } from "../input";
import { keepAsGuest } from "../keep";
import { confirmLetter } from "../letters";
import { placeFor } from "../place";
import { guestIn } from "../proof";

type Words = z.infer<typeof guestComment>;

/** Nobody reads a form, writes and gives their name in less; in milliseconds. */
const quickest = 2000;
/** How long the link in the letter works; a letter that could not be sent for two days is left, too. */
const linkLives = 48 * 3_600_000;

/** `sent`: a letter is on its way. `held`: a moderator looks first. Otherwise it stands at `href`. */
export type Answered = { sent: boolean; held: boolean; href: string | null };
const byLetter: Answered = { sent: true, held: false, href: null };

/**
 * Takes what somebody without a place here wrote. It is confirmed by a link in a letter to the address they gave, each
 * time, unless this browser proves that it confirmed that very address before. The answer is the same whoever an address
 * belongs to.
 */
export async function writeAsGuest(ctx: Reading, words: Words): Promise<Answered> {
  const set = await settingsOf(ctx);
  if (!set["guests.on"]) return fail("no-guests");
  measure(words.source, set["comment.characters"]);
  const { post } = await placeFor(ctx, words);
  if (words.trap !== "") return byLetter;
  await keepToLimits(ctx, words, set);
  const rendered = await renderWords(words.source, "markdown");
  const guest = await provenGuest(ctx, words);
  if (guest) {
    const kept = await atomically(ctx, (ctx) => keepAsGuest(ctx, guest, words, { rendered, set }));
    return { sent: false, ...kept };
  }
  await countMail(ctx, set, words.mail);
  await atomically(ctx, (ctx) => askByLetter(ctx, words, { post, site: set["site.title"] }));
  return byLetter;
}

async function keepToLimits(ctx: Reading, { shown }: Words, set: Settings): Promise<void> {
  const passed = shown === undefined ? quickest : ctx.now().getTime() - shown;
  // A form that says it was shown later than now has another clock, and no hurry.
  if (passed >= 0 && passed < quickest) fail("guest-too-quick");
  const limit = { name: "guests.address-hour", most: set["guests.address-hour"], seconds: 3600 };
  const wait = await takeDrop(ctx, limit, callerFrom(ctx.client?.address));
  if (wait > 0) fail("guests-too-fast", { wait });
}

/** The guest this browser proved to be, when it is their address that was given. */
async function provenGuest({ db }: Reading, { proof, mail }: Words): Promise<Guest | null> {
  const guestId = guestIn(proof);
  if (!guestId) return null;
  const [guest] = await db
    .select()
    .from(guests)
    .where(and(eq(guests.id, guestId), eq(sql`lower(${guests.mail})`, mail)));
  return guest ?? null;
}

type Asked = { post: { title: string }; site: string };

/** Keeps the words where nobody reads them, and writes the letter; the same form sent twice makes one of each. */
async function askByLetter(ctx: Reading, words: Words, { post, site }: Asked): Promise<void> {
  const token = newToken();
  const at = ctx.now();
  const { post: place, parent } = await placeFor(ctx, words);
  const { name, mail, source } = words;
  const made = await ctx.db
    .insert(guestWords)
    .values({
      postId: place.id,
      parentId: parent?.id ?? null,
      name,
      mail,
      site: words.site,
      source,
      tokenHash: hashOf(token),
      onceKey: onceOf(words.once, words.postKey, words.parentKey ?? "", mail, source),
      madeAt: at,
      expiresAt: new Date(at.getTime() + linkLives),
    })
    .onConflictDoNothing({ target: guestWords.onceKey })
    .returning({ id: guestWords.id });
  if (made.length === 0) return;
  const { subject, ...letter } = confirmLetter(site, post.title, token);
  await sendLater(ctx, { to: mail, subject, ...compose(site, letter) });
}
