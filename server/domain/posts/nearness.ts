import { type AnyColumn, not, type SQL, sql } from "drizzle-orm";
import { connections } from "#/db/schema/connections";
import { notBlocked } from "../connections/policy";
import type { Viewer } from "../policy";

/** What lies between the viewer and whoever wrote a thing. Fetched with it, so that rules need no database. */
export type Nearness = {
  /** They are in one another's network. */
  connected: boolean;
  /** One of them has blocked the other. */
  blocked: boolean;
};

/** Whether the viewer is connected with a member. Asked once a query, not once a row: PostgreSQL keeps the set. */
export const connectedWith = (viewer: Viewer, memberId: AnyColumn): SQL<boolean> =>
  viewer
    ? sql<boolean>`(${memberId} in (select ${connections.otherId} from ${connections} where ${connections.memberId} = ${viewer.id}))`
    : sql<boolean>`false`;

/** Whether either of the two has blocked the other. */
export const blockedFrom = (viewer: Viewer, memberId: AnyColumn): SQL<boolean> =>
  sql<boolean>`(${not(notBlocked(viewer, memberId))})`;
