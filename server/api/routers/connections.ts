import * as commands from "../../domain/connections/commands";
import * as input from "../../domain/connections/input";
import * as queries from "../../domain/connections/queries";
import { page } from "../../domain/cursor";
import { asAnyone, asMember, router } from "../trpc";

export const connections = router({
  standing: asAnyone.input(input.person).query(({ ctx, input }) => queries.standing(ctx, input)),
  beforeAsking: asMember.input(input.person).query(({ ctx, input }) => queries.beforeAsking(ctx, input)),
  limits: asMember.query(({ ctx }) => queries.limits(ctx)),
  counts: asMember.query(({ ctx }) => queries.requestCounts(ctx)),
  received: asMember.input(page).query(({ ctx, input }) => queries.receivedRequests(ctx, input)),
  declined: asMember.input(page).query(({ ctx, input }) => queries.declinedRequests(ctx, input)),
  sent: asMember.input(page).query(({ ctx, input }) => queries.sentRequests(ctx, input)),
  network: asMember.input(page).query(({ ctx, input }) => queries.network(ctx, input)),
  mutual: asMember
    .input(page.extend({ person: input.person }))
    .query(({ ctx, input }) => queries.mutualPeople(ctx, input)),
  blocked: asMember.input(page).query(({ ctx, input }) => queries.blockedPeople(ctx, input)),
  muted: asMember.input(page).query(({ ctx, input }) => queries.mutedPeople(ctx, input)),

  request: asMember.input(input.newRequest).mutation(({ ctx, input }) => commands.requestConnection(ctx, input)),
  accept: asMember.input(input.requestRef).mutation(({ ctx, input }) => commands.acceptRequest(ctx, input)),
  decline: asMember.input(input.refusal).mutation(({ ctx, input }) => commands.declineRequest(ctx, input)),
  reopen: asMember.input(input.requestRef).mutation(({ ctx, input }) => commands.reopenRequest(ctx, input)),
  withdraw: asMember.input(input.requestRef).mutation(({ ctx, input }) => commands.withdrawRequest(ctx, input)),
  answer: asMember.input(input.answers).mutation(({ ctx, input }) => commands.answerRequests(ctx, input)),
  end: asMember.input(input.aPerson).mutation(({ ctx, input }) => commands.endConnection(ctx, input)),
  restore: asMember.input(input.aPerson).mutation(({ ctx, input }) => commands.restoreConnection(ctx, input)),
  block: asMember.input(input.aPerson).mutation(({ ctx, input }) => commands.block(ctx, input)),
  unblock: asMember.input(input.aPerson).mutation(({ ctx, input }) => commands.unblock(ctx, input)),
  mute: asMember.input(input.muting).mutation(({ ctx, input }) => commands.mute(ctx, input)),
  unmute: asMember.input(input.aPerson).mutation(({ ctx, input }) => commands.unmute(ctx, input)),
});
