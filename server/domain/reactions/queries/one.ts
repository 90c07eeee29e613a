import type { Acting } from "../../context";
import { fail } from "../errors";
import type { ThingRef } from "../input";
import { can, permissions } from "../policy";
import { findThing } from "../things";

/** What somebody is about to react to, in a few words, with what they said before. Missing when they may not read it. */
export async function toReact(ctx: Acting, { thing: ref }: { thing: ThingRef }) {
  const thing = await findThing(ctx, ref);
  const seen = can(ctx.viewer, "read", thing);
  if (!seen.ok) return fail(seen.because);
  const { kind, key, href, title, excerpt, writer, counts, mine, on, authorFirst } = thing;
  const why = can(ctx.viewer, "react", thing);
  return {
    kind,
    key,
    href,
    post: { title },
    words: excerpt,
    writer,
    counts,
    mine,
    on,
    /** Minutes in which nobody but its author sees how many. */
    alone: authorFirst / 60_000,
    /** Why this member cannot react; null when they can. */
    refused: why.ok ? null : why.because,
    can: permissions(ctx.viewer, thing),
  };
}
