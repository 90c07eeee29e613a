import { and, asc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { type Site, sites } from "#/db/schema/sites";
import { siteUrl } from "#/server/platform/config";
import { readSite } from "#/server/platform/feeds";
import { FetchRefused, guardedFetch, textRecords } from "#/server/platform/guarded-fetch";
import { type Acting, atomically, type Reading } from "../../context";
import { tell } from "../../events";
import { useUpFetch } from "../../settings/fetching";
import { hostOf } from "../address";
import { fail } from "../errors";
import { isBanned, mySite } from "../find";

type Way = NonNullable<Site["provenBy"]>;
type Proof = Pick<Site, "address" | "host" | "token"> & { handle: string };
/** Looked for and seen; looked for and not there; or the other side did not answer. */
type Seen = "yes" | "no" | "no-answer";

/** Where the file of a proof lies on a site. */
export const proofPath = "/.well-known/kith-site";
/** What a TXT record or the file says. */
export const proofText = (token: string): string => `kith-site=${token}`;
/** A proof is looked for again after a week; without an answer it holds for a month. */
const again = 7 * 86_400_000;
const holds = 30 * 86_400_000;
const atOnce = 20;

/** Looks for the proof that the viewer's site is theirs, in the way they chose. */
export async function proveMySite(ctx: Acting, { by }: { by: Way }): Promise<void> {
  const site = await mySite(ctx);
  if (await isBanned(ctx, site.host)) return fail("site-banned");
  const wait = await useUpFetch(ctx);
  if (wait > 0) fail("looking-too-fast", { wait });
  const seen = await look({ ...site, handle: ctx.viewer.handle }, by);
  if (seen !== "yes") return fail("not-proven", { way: by });
  await mark(ctx, site, { provenAt: ctx.now(), provenBy: by });
}

/** Gives a proof up: the site is shown without the mark, and its links are followed by nobody's search engine. */
export async function forgetProof(ctx: Acting): Promise<void> {
  await mark(ctx, await mySite(ctx), { provenAt: null, provenBy: null });
}

/** Once an hour: proofs that were last looked for a week ago. What is not there any more does not count. */
export async function lookForProofsAgain(ctx: Reading): Promise<void> {
  const due = await ctx.db
    .select({ site: sites, handle: members.handle })
    .from(sites)
    .innerJoin(members, eq(members.id, sites.memberId))
    .where(
      and(
        isNotNull(sites.provenAt),
        or(isNull(sites.lookedAt), lt(sites.lookedAt, new Date(ctx.now().getTime() - again))),
      ),
    )
    .orderBy(asc(sites.lookedAt))
    .limit(atOnce);
  for (const { site, handle } of due) {
    const { provenBy: by, provenAt } = site;
    if (!by || !provenAt || !(await isMine(ctx, site))) continue;
    const seen = (await isBanned(ctx, site.host)) ? "no" : await look({ ...site, handle }, by);
    const isOver = provenAt.getTime() < ctx.now().getTime() - holds;
    if (seen === "yes") await mark(ctx, site, { provenAt: ctx.now(), provenBy: by });
    else if (seen === "no" || isOver) await mark(ctx, site, { provenAt: null, provenBy: null });
  }
}

/** Taken by this process for an hour to come: several may run. */
async function isMine({ db, now }: Reading, { id, lookedAt }: Site): Promise<boolean> {
  const taken = await db
    .update(sites)
    .set({ lookedAt: now() })
    .where(and(eq(sites.id, id), lookedAt ? eq(sites.lookedAt, lookedAt) : isNull(sites.lookedAt)))
    .returning({ id: sites.id });
  return taken.length > 0;
}

const mark = (ctx: Reading, site: Site, row: Pick<Site, "provenAt" | "provenBy">) =>
  atomically(ctx, async (ctx) => {
    await ctx.db
      .update(sites)
      .set({ ...row, lookedAt: ctx.now() })
      .where(eq(sites.id, site.id));
    const changed = (site.provenAt === null) !== (row.provenAt === null);
    if (changed && site.memberId) await tell(ctx, { type: "member.changed", memberId: site.memberId });
  });

async function look(proof: Proof, by: Way): Promise<Seen> {
  try {
    if (by === "dns") return await inDns(proof);
    return by === "file" ? await inFile(proof) : await inPage(proof);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    // A page that is not there any more proves nothing; a server that does not answer says nothing.
    return error.because === "status" && error.status !== null && error.status < 500 ? "no" : "no-answer";
  }
}

/** The page itself, on the site's own host, links the member's page here as its owner's. */
async function inPage({ address, host, handle }: Proof): Promise<Seen> {
  const page = await guardedFetch(address, { types: ["text/html", "application/xhtml+xml"] });
  if (hostOf(page.address) !== host) return "no";
  const { me } = await readSite({ text: page.text(), address: page.address });
  const here = `${siteUrl()}/m/${handle}`;
  return me.some((url) => url.replace(/\/$/, "") === here) ? "yes" : "no";
}

async function inFile({ address, host, token }: Proof): Promise<Seen> {
  const file = await guardedFetch(new URL(proofPath, address).href, { types: ["text/plain"], most: 4096 });
  const says = file
    .text()
    .split(/\r?\n/)
    .some((line) => line.trim() === proofText(token));
  return says && hostOf(file.address) === host ? "yes" : "no";
}

async function inDns({ host, token }: Proof): Promise<Seen> {
  const records = await textRecords(host.replace(/:\d+$/, ""));
  if (!records) return "no-answer";
  return records.some((text) => text.trim() === proofText(token)) ? "yes" : "no";
}
