import * as commands from "../../domain/comments/commands";
import {
  arrived,
  changedComment,
  commentRef,
  commentToChange,
  continuedComment,
  counted,
  inContext,
  latest,
  newComment,
  ofPost,
  some,
  thread,
  whomToMention,
} from "../../domain/comments/input";
import * as queries from "../../domain/comments/queries";
import { page } from "../../domain/cursor";
import { handle } from "../../domain/posts/input";
import { showLatest } from "../../domain/sites/commands";
import { choice } from "../../domain/sites/input";
import { asAnyone, asMember, router } from "../trpc";

export const comments = router({
  thread: asAnyone.input(thread).query(({ ctx, input }) => queries.threadOf(ctx, input)),
  inContext: asAnyone.input(inContext).query(({ ctx, input }) => queries.commentInContext(ctx, input)),
  address: asAnyone.input(commentRef).query(({ ctx, input }) => queries.commentAddress(ctx, input)),
  counts: asAnyone.input(counted).query(({ ctx, input }) => queries.countsOf(ctx, input)),
  arrived: asAnyone.input(arrived).query(({ ctx, input }) => queries.arrivedOn(ctx, input)),
  firstFresh: asAnyone.input(ofPost).query(({ ctx, input }) => queries.firstFresh(ctx, input)),
  some: asAnyone.input(some).query(({ ctx, input }) => queries.someOf(ctx, input)),
  recent: asAnyone.query(({ ctx }) => queries.recentComments(ctx)),
  all: asAnyone.input(page).query(({ ctx, input }) => queries.allComments(ctx, input)),
  ofMember: asAnyone.input(page.extend({ handle })).query(({ ctx, input }) => queries.commentsOf(ctx, input)),
  mentions: asAnyone.input(page.extend(ofPost.shape)).query(({ ctx, input }) => queries.mentionsOf(ctx, input)),
  pinned: asAnyone.input(ofPost).query(({ ctx, input }) => queries.pinnedComments(ctx, input)),
  toPin: asMember.input(commentRef).query(({ ctx, input }) => queries.commentToPin(ctx, input)),
  pin: asMember.input(commentRef).mutation(({ ctx, input }) => commands.pinComment(ctx, input)),
  unpin: asMember.input(commentRef).mutation(({ ctx, input }) => commands.unpinComment(ctx, input)),
  latest: asAnyone.input(latest).query(({ ctx, input }) => queries.latestComments(ctx, input)),
  history: asAnyone.input(page.extend(commentRef.shape)).query(({ ctx, input }) => queries.historyOf(ctx, input)),
  toEdit: asMember.input(commentToChange).query(({ ctx, input }) => queries.commentToEdit(ctx, input)),
  toDelete: asMember.input(commentRef).query(({ ctx, input }) => queries.commentToDelete(ctx, input)),
  whoToMention: asMember.input(whomToMention).query(({ ctx, input }) => queries.whoToMention(ctx, input)),
  write: asMember
    .input(newComment.extend({ latest: choice.optional() }))
    .mutation(({ ctx, input: { latest, ...words } }) =>
      commands.writeComment(
        ctx,
        words,
        latest === undefined ? undefined : (ctx, made) => showLatest(ctx, made, latest),
      ),
    ),
  continue: asMember.input(continuedComment).mutation(({ ctx, input }) => commands.continueComment(ctx, input)),
  toContinue: asMember.input(commentRef).query(({ ctx, input }) => queries.commentToContinue(ctx, input)),
  edit: asMember.input(changedComment).mutation(({ ctx, input }) => commands.editComment(ctx, input)),
  delete: asMember.input(commentRef).mutation(({ ctx, input }) => commands.deleteComment(ctx, input)),
  undoDelete: asMember.input(commentRef).mutation(({ ctx, input }) => commands.undoDeleteComment(ctx, input)),
});
