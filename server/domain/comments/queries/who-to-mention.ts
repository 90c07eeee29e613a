import { and, desc, ilike, isNull, ne, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { comments } from "#/db/schema/comments";
import { connections } from "#/db/schema/connections";
import { members } from "#/db/schema/members";
import { notBlocked } from "../../connections/policy";
import type { Acting } from "../../context";
import { useUp } from "../../limits";
import { can as canPost } from "../../posts/policy";
import { settingsOf } from "../../settings/queries";
import { fail } from "../errors";
import { findPlace } from "../find";
import type { whomToMention } from "../input";
import { wordsVisibleTo } from "../policy";

/** How many are offered. */
const most = 8;

/**
 * Whom somebody may mean by an `@` and the letters behind it: those who speak under the post first, then their own
 * network, then anybody. Nobody who blocked them or whom they blocked, and not themselves.
 */
export async function whoToMention(ctx: Acting, { postKey, text }: z.infer<typeof whomToMention>) {
  const { db, viewer } = ctx;
  const { "mentions.minute": often } = await settingsOf(ctx);
  const wait = await useUp(ctx, { name: "mentions.minute", most: often, seconds: 60 }, viewer.id);
  if (wait > 0) return fail("mentioning-too-fast", { seconds: wait });
  const post = postKey ? await findPlace(ctx, postKey) : null;
  if (post && !canPost(viewer, "read", post).ok) return fail("no-such-post");
  const begins = `${text.replace(/[\\%_]/g, "\\$&")}%`;
  const speaks = sql<Date | null>`(select max(${comments.writtenAt}) from ${comments}
    where ${comments.postId} = ${post?.id ?? null} and ${comments.authorId} = ${members.id} and ${wordsVisibleTo(viewer)})`;
  const isNear = sql`exists (select 1 from ${connections}
    where ${connections.memberId} = ${viewer.id} and ${connections.otherId} = ${members.id})`;
  const speakers = sql`select ${comments.authorId} from ${comments}
    where ${comments.postId} = ${post?.id ?? null} and ${wordsVisibleTo(viewer)}`;
  const isHere = sql`(${members.id} in (${speakers}) or ${members.id} = ${post?.authorId ?? null})`;
  const fits = or(ilike(members.handle, begins), ilike(members.name, begins), ilike(members.name, `% ${begins}`));
  return db
    .select({ handle: members.handle, name: members.name })
    .from(members)
    .where(
      and(
        ne(members.id, viewer.id),
        isNull(members.suspendedAt),
        notBlocked(viewer, members.id),
        // Without a letter only those who are there already are meant.
        text === "" ? isHere : fits,
      ),
    )
    .orderBy(desc(isHere), desc(isNear), sql`${speaks} desc nulls last`, members.handle)
    .limit(most);
}
