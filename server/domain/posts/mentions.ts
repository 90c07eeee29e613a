import { count, inArray } from "drizzle-orm";
import { members } from "#/db/schema/members";
import { handlesIn } from "#/server/platform/text";
import type { Acting } from "../context";
import { settingsOf } from "../settings/queries";
import { fail } from "./errors";

const day = 86_400_000;

/**
 * Refuses words that name more members than one text may, which is fewer for somebody new. Names nobody here has are
 * words like any other.
 * @param before what the same text named before: nobody is refused for what already stands
 */
export async function keepToMentions(ctx: Acting, html: string, before = ""): Promise<void> {
  const set = await settingsOf(ctx);
  const isNew = ctx.now().getTime() - ctx.viewer.joinedAt.getTime() < set["members.new-days"] * day;
  const most = isNew ? Math.min(set["mentions.new-most"], set["mentions.most"]) : set["mentions.most"];
  const handles = handlesIn(html);
  if (handles.length <= most || handles.length <= handlesIn(before).length) return;
  const [named] = await ctx.db.select({ many: count() }).from(members).where(inArray(members.handle, handles));
  const many = named?.many ?? 0;
  if (many > most) fail("too-many-mentions", { many, most });
}
