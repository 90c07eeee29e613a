import { page } from "../../domain/cursor";
import * as commands from "../../domain/subscriptions/commands";
import * as input from "../../domain/subscriptions/input";
import * as queries from "../../domain/subscriptions/queries";
import { asAnyone, asMember, router } from "../trpc";

export const subscriptions = router({
  of: asMember.input(input.thread).query(({ ctx, input }) => queries.subscriptionTo(ctx, input)),
  list: asMember.input(page).query(({ ctx, input }) => queries.subscriptionsOf(ctx, input)),
  wishes: asMember.query(({ ctx }) => queries.wishesOf(ctx)),
  choose: asMember.input(input.choice).mutation(({ ctx, input }) => commands.subscribe(ctx, input)),
  setWishes: asMember.input(input.wishes).mutation(({ ctx, input }) => commands.setWishes(ctx, input)),
  letter: asAnyone.input(input.letterToken).query(({ ctx, input }) => queries.letterLink(ctx, input)),
  endByLetter: asAnyone.input(input.letterToken).mutation(({ ctx, input }) => commands.endByLetter(ctx, input)),
  resumeByLetter: asAnyone.input(input.letterToken).mutation(({ ctx, input }) => commands.resumeByLetter(ctx, input)),
});
