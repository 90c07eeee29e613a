import * as commands from "../../domain/guests/commands";
import { guestComment, letterRef } from "../../domain/guests/input";
import * as queries from "../../domain/guests/queries";
import { asAnyone, asMember, router } from "../trpc";

export const guests = router({
  write: asAnyone.input(guestComment).mutation(({ ctx, input }) => commands.writeAsGuest(ctx, input)),
  letter: asAnyone.input(letterRef).query(({ ctx, input }) => queries.guestLetter(ctx, input)),
  confirm: asAnyone.input(letterRef).mutation(({ ctx, input }) => commands.confirmAsGuest(ctx, input)),
  claimable: asMember.query(({ ctx }) => queries.claimable(ctx)),
  claim: asMember.mutation(({ ctx }) => commands.claimComments(ctx)),
});
