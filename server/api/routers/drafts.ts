import { z } from "zod";
import { page } from "../../domain/cursor";
import * as commands from "../../domain/drafts/commands";
import { atPlace, ended, kept, underPost } from "../../domain/drafts/input";
import * as queries from "../../domain/drafts/queries";
import { asMember, router } from "../trpc";

const one = z.object({ id: z.uuid() });

export const drafts = router({
  at: asMember.input(atPlace).query(({ ctx, input }) => queries.draftAt(ctx, input)),
  begun: asMember.query(({ ctx }) => queries.begunPosts(ctx)),
  under: asMember.input(underPost).query(({ ctx, input }) => queries.begunUnder(ctx, input)),
  list: asMember.input(page).query(({ ctx, input }) => queries.draftList(ctx, input)),
  one: asMember.input(one).query(({ ctx, input }) => queries.oneDraft(ctx, input)),
  keep: asMember.input(kept).mutation(({ ctx, input }) => commands.keepDraft(ctx, input)),
  end: asMember.input(ended).mutation(({ ctx, input }) => commands.endDraft(ctx, input)),
  discard: asMember.input(one).mutation(({ ctx, input }) => commands.discardDraft(ctx, input)),
  bringBack: asMember.input(one).mutation(({ ctx, input }) => commands.bringBackDraft(ctx, input)),
  takeOther: asMember.input(atPlace).mutation(({ ctx, input }) => commands.takeOther(ctx, input)),
});
