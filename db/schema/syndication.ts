import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { members } from "./members";

/** The secret in the addresses of a member's private feeds, as a hash: whoever brings it reads as that member. */
export const feedKeys = pgTable(
  "feed_keys",
  {
    memberId: uuid()
      .primaryKey()
      .references(() => members.id, { onDelete: "cascade" }),
    tokenHash: text().notNull(),
    madeAt: at().notNull(),
  },
  (t) => [uniqueIndex("feed_keys_token").on(t.tokenHash)],
);
