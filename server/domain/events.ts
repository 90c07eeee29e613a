import { sql } from "drizzle-orm";
import { built, ph } from "#/db/built";
import { channel, newsOf } from "#/db/channel";
import { newId } from "#/db/ids";
import { events } from "#/db/schema/site";
import { type Reading, sendAhead } from "./context";

/** Every fact a noun may tell, with what others need to know of it: ids only, never words. */
export type KithEvent =
  | { type: "member.joined"; memberId: string }
  | { type: "member.changed"; memberId: string }
  | { type: "member.suspended"; memberId: string; byId: string }
  | { type: "member.restored"; memberId: string; byId: string }
  | { type: "connection.asked"; requestId: string; fromId: string; toId: string }
  | {
      type: "connection.answered";
      requestId: string;
      fromId: string;
      toId: string;
      answer: "declined" | "withdrawn" | "reopened";
    }
  | { type: "connection.made"; requestId: string | null; fromId: string; toId: string }
  | { type: "connection.ended"; memberId: string; otherId: string }
  | { type: "member.blocked"; memberId: string; otherId: string }
  | { type: "member.unblocked"; memberId: string; otherId: string }
  | { type: "post.published"; postId: string; authorId: string }
  /** `wasPublic` where anybody could read it before, with what it was about then. */
  | { type: "post.changed"; postId: string; authorId: string; wasPublic?: { tagIds: string[] } | null }
  | { type: "post.pinned"; postId: string }
  | { type: "tags.changed" }
  | { type: "threads.closed"; postIds: string[] }
  | { type: "post.deleted"; postId: string; authorId: string }
  | { type: "comment.written"; commentId: string; postId: string; parentId: string | null; authorId: string | null }
  | { type: "comment.changed"; commentId: string; postId: string }
  | { type: "comment.continued"; commentId: string; postId: string }
  | { type: "comment.deleted"; commentId: string; postId: string }
  | { type: "quote.changed"; postId: string }
  | { type: "reaction.changed"; postId: string; commentId: string | null }
  | { type: "report.made"; reportId: string }
  | { type: "report.answered"; reportId: string; reporterId: string; answer: "hidden" | "kept" }
  | { type: "thing.hidden"; postId: string; commentId: string | null; byId: string }
  | { type: "thing.unhidden"; postId: string; commentId: string | null; byId: string }
  | { type: "article.wanted"; articleId: string }
  | { type: "article.read"; articleId: string }
  | { type: "site.changed" }
  | { type: "import.waiting"; importId: string }
  | { type: "import.finished"; importId: string };

/**
 * Tells a fact in the transaction that makes it true. A job carries it on to whoever listens, other instances hear
 * of it when the transaction commits, and this request's answerer finds it in `ctx.told`.
 */
export async function tell(ctx: Reading, event: KithEvent): Promise<void> {
  const { type, ...fact } = event;
  const news = newsOf(type, tagsOf(event));
  await sendAhead(ctx, writeDown(ctx.db, { id: newId(), type, fact, at: ctx.now(), news }));
  ctx.told.push(event);
}

const writeDown = built((db) => {
  const [id, type, fact, at] = [ph("id"), ph("type"), ph("fact"), ph("at")];
  const row = db.insert(events).values({ id, type, fact, at }).returning({ id: events.id });
  const told = db.$with("told").as(row);
  return db
    .with(told)
    .select({ heard: sql`pg_notify(${channel}, ${ph("news")})` })
    .from(told);
});

/**
 * The tags of the cached pages that an event makes untrue. A page carries: `site`, what stands on every page;
 * `front`, the lists of posts; `recent`, the list of newest comments; `post:…`, `member:…`, `article:…` by id.
 */
export function tagsOf(event: KithEvent): string[] {
  switch (event.type) {
    case "post.published":
    case "post.changed":
    case "post.deleted":
      return ["front", "recent", `post:${event.postId}`, `member:${event.authorId}`];
    case "comment.written":
    case "comment.changed":
    case "comment.continued":
    case "comment.deleted":
    case "thing.hidden":
    case "thing.unhidden":
      return ["front", "recent", `post:${event.postId}`];
    case "post.pinned":
      return ["front", `post:${event.postId}`];
    case "threads.closed":
      return event.postIds.map((id) => `post:${id}`);
    case "quote.changed":
    case "reaction.changed":
      return [`post:${event.postId}`];
    case "article.read":
      return [`article:${event.articleId}`];
    case "member.joined":
      return [];
    case "member.changed":
    case "member.suspended":
    case "member.restored":
    case "site.changed":
    case "tags.changed":
    case "import.finished":
      return ["site"];
    default:
      return [];
  }
}
