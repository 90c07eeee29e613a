import { z } from "zod";
import { languages } from "#/db/schema/search";
import { askable } from "#/server/platform/guarded-fetch";

type Setting<Value> = { value: z.ZodType<Value>; standard: Value; effect: string };

const setting = <Value>(value: z.ZodType<Value>, standard: Value, effect: string): Setting<Value> => ({
  value,
  standard,
  effect,
});
const count = (least = 0, most = 1_000_000_000) => z.number().int().min(least).max(most);

/** The address of a service elsewhere that this server calls, or nothing. */
const hubAddress = z
  .string()
  .trim()
  .transform((typed, issues) => {
    if (typed === "") return typed;
    const address = askable(typed);
    if (address instanceof URL) return address.href;
    issues.addIssue({
      code: "custom",
      message:
        address === "private-address"
          ? "This address is inside a private network. If the hub is your own, name its host in KITH_PRIVATE_HOSTS first."
          : "Please give a whole address, like https://hub.example/, on a usual port and without a name or password in it.",
    });
    return z.NEVER;
  });

/** Everything an operator may set: what it accepts, what it is when nobody set it, and what it does. */
export const known = {
  "site.title": setting(
    z.string().trim().min(1).max(60),
    "Kith",
    "The name of the site, on every page and in every mail",
  ),
  "site.tagline": setting(z.string().trim().max(160), "", "One line below the name"),
  "join.open": setting(z.boolean(), true, "Whether anybody may join"),
  "post.characters": setting(count(1, 1_000_000), 200_000, "The longest post, in characters"),
  "post.title": setting(count(1, 200), 200, "The longest title of a post, in characters"),
  "tags.least": setting(count(1, 40), 2, "The shortest tag, in characters"),
  "tags.most": setting(count(1, 60), 40, "The longest tag, in characters"),
  "post.tags": setting(count(0, 50), 10, "The most tags on one post"),
  "post.drafts": setting(count(1), 100, "The most drafts one member may keep"),
  "posts.planned": setting(count(), 100, "Posts one member may have planned for later"),
  "drafts.minute": setting(count(), 60, "How often what one member types may be kept in a minute"),
  "pins.front": setting(count(0, 20), 3, "The most posts pinned to the front page"),
  "pins.author": setting(count(0, 20), 3, "The most posts one member may pin to their own page"),
  "posts.edits-hour": setting(count(), 60, "How often one member may change published posts in an hour"),
  "posts.hour": setting(count(), 20, "Posts one member may publish in an hour"),
  "previews.minute": setting(count(), 60, "Previews one member may ask for in a minute"),
  "mentions.most": setting(count(), 10, "The most members one text may mention"),
  "mentions.new-most": setting(count(), 2, "The most members a text of a new member may mention"),
  "comment.characters": setting(count(1, 1_000_000), 100_000, "The longest comment, in characters"),
  "comments.minute": setting(count(), 6, "Comments one member may write in a minute"),
  "comments.hour": setting(count(), 60, "Comments one member may write in an hour"),
  "comments.new-hour": setting(count(), 10, "Comments one new member may write in an hour"),
  "comments.duplicate-hours": setting(count(0, 8760), 24, "Hours in which the same words are refused from one member"),
  "comments.continue-minutes": setting(
    count(0, 10_080),
    60,
    "Minutes after its last part in which a comment may go on",
  ),
  "comments.parts": setting(count(1, 100), 10, "The most parts one comment may have"),
  "comments.pinned": setting(count(0, 20), 3, "The most comments pinned to the top of one thread"),
  "comments.quiet-minutes": setting(
    count(0, 1440),
    15,
    "Minutes in which a comment nobody has answered may be changed without a trace",
  ),
  "comments.edits-hour": setting(count(), 60, "Changes of comments one member may save in an hour"),
  "comments.edit-days": setting(count(0, 36_500), 30, "Days in which a comment may be changed by its author"),
  "comments.close-days": setting(
    count(0, 3650),
    0,
    "Days after publishing at which comments close by themselves; 0 for never, and a post may have its own",
  ),
  "comments.undo-days": setting(count(0, 365), 7, "Days until the words of something deleted are gone for good"),
  "pictures.on": setting(z.boolean(), true, "Whether members can add pictures to what they write"),
  "pictures.bytes": setting(count(1, 32_000_000), 15_000_000, "The largest file of one picture, in bytes"),
  "pictures.pixels": setting(
    count(1, 250_000_000),
    50_000_000,
    "The most pixels one picture may have, in all its frames",
  ),
  "pictures.day": setting(count(), 60, "Pictures one member may add in a day"),
  "pictures.room": setting(count(), 500_000_000, "Bytes that all pictures of one member may take"),
  "guests.on": setting(z.boolean(), true, "Whether somebody without an account may comment, by name and mail address"),
  "guests.hold-first": setting(
    z.boolean(),
    true,
    "Whether a guest is held until a moderator let something of theirs in",
  ),
  "guests.address-hour": setting(count(), 10, "Comments guests may send from one address of the network in an hour"),
  "guests.invitation": setting(
    z.string().trim().max(300),
    "With a place here you can change your words, follow conversations and hear who answers.",
    "What a guest who has commented is told of joining; nothing leaves it out",
  ),
  "recent.comments": setting(count(1, 15), 5, "How many recent comments the sidebar shows"),
  "recent.of-one": setting(count(1, 15), 2, "The most of them from one person, or on one post"),
  "recent.characters": setting(count(40, 300), 150, "How many characters of each it shows; they are cut at a word"),
  "live.most": setting(count(), 2_000, "Open pages in all, on one instance, that hear of new comments at once"),
  "live.each": setting(count(), 20, "Open pages of one member, or from one address, that hear of new comments at once"),
  "latest.on": setting(z.boolean(), true, "Whether a commenter's latest post can stand under their comment"),
  "latest.guests": setting(z.boolean(), true, "Whether a guest, too, can show what they wrote last"),
  "latest.guests-private": setting(
    z.boolean(),
    false,
    "Whether a guest's site may be one of the private hosts that the operator has named, too",
  ),
  "latest.offered": setting(count(1, 15), 10, "How many of their latest posts a commenter can choose from"),
  "latest.line": setting(
    z.string().trim().min(1).max(60),
    "recently wrote",
    "The words between a commenter's name and their latest post",
  ),
  "latest.badge": setting(
    z.string().trim().max(60),
    "One line under your comment links it.",
    "What the comment form says of one's latest post; nothing leaves it out",
  ),
  "latest.earned": setting(
    count(),
    3,
    "Comments that were let stand until the link to a verified site is a plain one, which search engines follow",
  ),
  "latest.short": setting(
    count(),
    40,
    "Comments of so many characters and less wait for a moderator when they carry a link that is not earned yet",
  ),
  "latest.follows-day": setting(
    count(),
    2,
    "How often following one line counts in a day, for one member or from one address of the network",
  ),
  "feeds.hub": setting(
    hubAddress,
    "",
    "The WebSub hub that is told when a public web feed changes, so that readers elsewhere hear of it at once: its address, or nothing for none",
  ),
  "reactions.on": setting(z.boolean(), true, "Whether posts and comments can be reacted to"),
  "reactions.author-minutes": setting(
    count(0, 10_080),
    60,
    "Minutes in which nobody but its author sees how something was received",
  ),
  "reactions.minute": setting(count(), 30, "Reactions one member may give, change or take back in a minute"),
  "requests.open": setting(count(), 20, "Connection requests one member may have open"),
  "requests.day": setting(count(), 10, "Connection requests one member may send in a day"),
  "requests.again-days": setting(count(0, 3650), 21, "Days before the same pair may ask again"),
  "requests.most": setting(count(1), 3, "How often the same pair may be asked in all"),
  "requests.expire-days": setting(count(1, 3650), 90, "Days until an unanswered request ends"),
  "requests.declined-days": setting(count(0, 3650), 90, "Days in which a declined request can still be accepted"),
  "requests.rule": setting(
    z.string().trim().max(280),
    "Say hello in a thread first, if you can.",
    "The house rule shown above the form of a connection request",
  ),
  "connections.most": setting(count(1), 5_000, "The most connections one member may have"),
  "reports.hour": setting(count(), 20, "Reports one member may make in an hour"),
  "search.language": setting(
    z.enum(languages),
    "english",
    "The language people write in, as search reads words: simple takes each as it stands",
  ),
  "search.minute": setting(count(), 60, "Searches one member may make in a minute"),
  "search.address-minute": setting(count(), 30, "Searches a visitor may make in a minute, by their address"),
  "search.milliseconds": setting(
    count(50, 30_000),
    3_000,
    "The longest the database may work on one search, in milliseconds",
  ),
  "sign-in.quarter-hour": setting(count(), 10, "Wrong passwords for one account in a quarter of an hour"),
  "sign-in.address-quarter-hour": setting(count(), 50, "Sign-in attempts from one address in a quarter of an hour"),
  "members.new-days": setting(count(0, 365), 14, "Days somebody who joined counts as new"),
  "sign-up.address-hour": setting(count(), 10, "New members from one address in an hour"),
  "handles.month": setting(count(), 3, "How often one member may take another handle in 30 days"),
  "fetches.hour": setting(count(), 60, "Addresses outside that are asked on one member's behalf in an hour"),
  "fetches.guest-hour": setting(
    count(),
    10,
    "Addresses outside that are asked in an hour for guests at one address of the network",
  ),
  "mentions.minute": setting(count(), 120, "How often one member is told in a minute whom they may mean by an @"),
  "mails.thread-minutes": setting(
    count(1, 1440),
    15,
    "Minutes between two letters to one member about the same conversation",
  ),
  "mails.hour": setting(count(), 5, "Mails asked for one address in an hour"),
} as const;

export type Key = keyof typeof known;
export type Settings = {
  [K in Key]: (typeof known)[K]["standard"] extends string
    ? string
    : (typeof known)[K]["standard"] extends boolean
      ? boolean
      : number;
};

export const isKey = (key: string): key is Key => Object.hasOwn(known, key);

/** Reads what a form, a shell or the table holds for a setting; forms and shells give text. */
export const readValue = (key: Key, value: unknown) =>
  known[key].value.safeParse(typeof value === "string" ? fromText(value, known[key].standard) : value);

const words: Record<string, boolean> = { true: true, yes: true, on: true, false: false, no: false, off: false };

/** A number or a yes is read from text where the setting is one. */
function fromText(text: string, standard: string | number | boolean): string | number | boolean {
  if (typeof standard === "number") return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text;
  if (typeof standard === "boolean") return words[text.trim().toLowerCase()] ?? text;
  return text;
}

/** Several settings at once, by their keys, as text: all of them are kept, or none and each mistake is named. */
export const changes = z.record(z.string().max(60), z.string().max(1000)).superRefine((typed, context) => {
  if (Object.keys(typed).length === 0) context.addIssue({ code: "custom", message: "Please say what to change" });
  for (const [key, text] of Object.entries(typed)) {
    const problem = isKey(key) ? readValue(key, text).error?.issues[0]?.message : "There is no such setting";
    if (problem) context.addIssue({ code: "custom", path: [key], message: problem });
  }
});
