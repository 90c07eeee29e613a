import { newKey } from "#/db/ids";

/** Words that would let somebody pass for the house, or that stand in our own addresses. */
const reserved = `
  about abuse account admin administrator all announcements anonymous api app assets atom auth billing blog
  comment comments connect connections contact delete deleted dev draft drafts edit editor enter everyone export
  exports favicon feed feeds files first guest health help here home hostmaster import imports info join kith
  kith-team legal log login logout mail mailer-daemon manifest me member members mod moderation moderator
  moderators mods network new news nobody noreply notifications null official operator owner page pages post
  postmaster posts privacy profile public queue report reports requests robots root rss search security service
  services settings sign-in sign-out sign-up signin signup site sitemap sites someone staff static status
  support sysadmin system tag tags team terms test theme trpc undefined user username users visitor webmaster
  welcome well-known write www you
`
  .trim()
  .split(/\s+/);

/**
 * Folds look-alikes together, so that two handles a reader could take for one another have the same skeleton:
 * separators go, digits become the letters they imitate, and letter pairs that look like one letter become it.
 * The idea is that of Unicode's confusables (UTS #39, section 4), cut down to the 38 characters a handle may have.
 */
export function skeletonOf(handle: string): string {
  return handle
    .toLowerCase()
    .replaceAll(/[-_]/g, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d")
    .replaceAll("0", "o")
    .replaceAll(/[1i!]/g, "l")
    .replaceAll("5", "s")
    .replaceAll("3", "e")
    .replaceAll("4", "a")
    .replaceAll("8", "b")
    .replaceAll("9", "g");
}

const reservedSkeletons = new Set(reserved.map(skeletonOf));

/** True for a handle that is, or looks like, one the house keeps for itself. */
export const isReserved = (handle: string): boolean => reservedSkeletons.has(skeletonOf(handle));

/** The members' table lets two people with one skeleton not be; a handle that nobody chose is made unlike all of these. */
export type Taken = (handle: string) => Promise<boolean>;

/**
 * Makes a handle out of what we know of somebody (a name, the first half of a mail address), one nobody has.
 * It is only a beginning: a new member is asked to choose.
 */
export async function handleFrom(hint: string, isTaken: Taken): Promise<string> {
  const plain = hint
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 20)
    .replaceAll(/^-+|-+$/g, "");
  const stem = plain.length >= 3 && !isReserved(plain) ? plain : "newcomer";
  if (!(await isTaken(stem))) return stem;
  for (;;) {
    const handle = `${stem}-${newKey().slice(0, 5)}`;
    if (!isReserved(handle) && !(await isTaken(handle))) return handle;
  }
}
