import { page } from "../../domain/cursor";
import * as commands from "../../domain/moderation/commands";
import * as tagging from "../../domain/moderation/commands/tags";
import {
  amending,
  commentRef,
  handleRef,
  hiding,
  keeping,
  newReport,
  postRef,
  search,
  tagChange,
  tagMerge,
  tagRename,
  thingRef,
  unhiding,
} from "../../domain/moderation/input";
import * as queries from "../../domain/moderation/queries";
import { latestTagChanges } from "../../domain/posts/queries";
import { asAnyone, asMember, asModerator, router } from "../trpc";

export const moderation = router({
  rules: asAnyone.query(() => queries.rulesOfTheHouse()),
  toReport: asMember.input(thingRef).query(({ ctx, input }) => queries.toReport(ctx, input)),
  report: asMember.input(newReport).mutation(({ ctx, input }) => commands.reportThing(ctx, input)),

  queue: asModerator.input(page).query(({ ctx, input }) => queries.reportQueue(ctx, input)),
  held: asModerator.input(page).query(({ ctx, input }) => queries.heldQueue(ctx, input)),
  counts: asModerator.query(({ ctx }) => queries.queueCounts(ctx)),
  toJudge: asModerator.input(thingRef).query(({ ctx, input }) => queries.toJudge(ctx, input)),
  log: asModerator.input(page).query(({ ctx, input }) => queries.actsOfModeration(ctx, input)),

  hide: asModerator.input(hiding).mutation(({ ctx, input }) => commands.hideThing(ctx, input)),
  unhide: asModerator.input(unhiding).mutation(({ ctx, input }) => commands.unhideThing(ctx, input)),
  amend: asModerator.input(amending).mutation(({ ctx, input }) => commands.amendComment(ctx, input)),
  pin: asModerator.input(postRef).mutation(({ ctx, input }) => commands.pinToFront(ctx, input)),
  unpin: asModerator.input(postRef).mutation(({ ctx, input }) => commands.unpinFromFront(ctx, input)),
  keep: asModerator.input(keeping).mutation(({ ctx, input }) => commands.keepThing(ctx, input)),
  approve: asModerator.input(commentRef).mutation(({ ctx, input }) => commands.approveComment(ctx, input)),
  leave: asModerator.input(commentRef).mutation(({ ctx, input }) => commands.leaveComment(ctx, input)),

  tagChanges: asModerator.query(({ ctx }) => latestTagChanges(ctx)),
  renameTag: asModerator.input(tagRename).mutation(({ ctx, input }) => tagging.rename(ctx, input)),
  mergeTags: asModerator.input(tagMerge).mutation(({ ctx, input }) => tagging.merge(ctx, input)),
  undoTagChange: asModerator.input(tagChange).mutation(({ ctx, input }) => tagging.undo(ctx, input)),

  people: asModerator.input(page.extend(search.shape)).query(({ ctx, input }) => queries.peopleHere(ctx, input)),
  person: asModerator.input(handleRef).query(({ ctx, input }) => queries.personHere(ctx, input)),
});
