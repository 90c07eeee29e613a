import { page } from "../../domain/cursor";
import * as queries from "../../domain/feed/queries";
import * as waiting from "../../domain/feed/waiting";
import { asMember, router } from "../trpc";

export const feed = router({
  items: asMember.input(page).query(({ ctx, input }) => queries.feed(ctx, input)),
  waiting: asMember.input(page).query(({ ctx, input }) => waiting.waitingRequests(ctx, input)),
  declined: asMember.input(page).query(({ ctx, input }) => waiting.declinedWithWords(ctx, input)),
});
