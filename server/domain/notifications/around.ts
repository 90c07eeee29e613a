import { type SQL, sql } from "drizzle-orm";
import { comments } from "#/db/schema/comments";
import { connectionRequests } from "#/db/schema/connections";
import { reports } from "#/db/schema/moderation";
import { notifications } from "#/db/schema/notifications";
import { posts } from "#/db/schema/posts";
import { madeFrom } from "#/server/platform/stale";
import { visibleTo as mayReadRequest, notBlocked, openIn } from "../connections/policy";
import { type Terms, termsOf } from "../connections/terms";
import type { Reading } from "../context";
import { isHeld, reported, thingId, waits } from "../moderation/queries/waiting";
import { tends, type Viewer } from "../policy";
import { about, visibleTo } from "./policy";

/** More than this is shown as "99+", so nothing beyond it is counted. */
const mostCounted = 100;

/** What stands around every page: the site's own words, and for a member what waits for them. At most 2 statements. */
export async function around(ctx: Reading) {
  madeFrom("site");
  const terms = await termsOf(ctx);
  const { settings } = terms;
  const site = { title: settings["site.title"], tagline: settings["site.tagline"], joinOpen: settings["join.open"] };
  if (!ctx.viewer) return { site, viewer: null };
  const { name, handle, role } = ctx.viewer;
  return { site, viewer: { name, handle, role, ...(await waitingFor(ctx, terms)) } };
}

async function waitingFor({ db, viewer }: Reading, terms: Terms) {
  const counts = sql`select ${counted(waitingRequests(viewer, terms))} as "waitingRequests",
    ${counted(unread(viewer, terms))} as unread, ${tends(viewer) ? counted(queue(viewer)) : sql`0`} as queue`;
  const { rows } = await db.execute<{ waitingRequests: number; unread: number; queue: number }>(counts);
  return rows[0] ?? { waitingRequests: 0, unread: 0, queue: 0 };
}

const counted = (things: SQL) => sql`(select count(*)::int from (${things} limit ${mostCounted}) counted)`;

const waitingRequests = (viewer: Viewer, terms: Terms) => sql`select 1 from ${connectionRequests}
  where ${connectionRequests.toId} = ${viewer?.id} and ${openIn(terms)} and ${mayReadRequest(viewer, terms)}
  and ${notBlocked(viewer, connectionRequests.fromId)}`;

const unread = (viewer: Viewer, terms: Terms) => sql`select 1 from ${notifications}
  left join ${posts} on ${about.post} left join ${comments} on ${about.comment}
  where ${notifications.readAt} is null and ${visibleTo(viewer, terms)}`;

/** Every reported post and comment, and every comment that is held: what moderators see in the queue. */
const queue = (viewer: Viewer) => sql`select distinct ${thingId} from ${reports}
  left join ${comments} on ${reported.comment} left join ${posts} on ${reported.post} where ${waits(viewer)}
  union select ${comments.id} from ${comments} where ${isHeld(viewer)}`;
