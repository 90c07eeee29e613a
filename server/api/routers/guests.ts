import * as commands from "../../domain/guests/commands";
import { guestComment, letterRef } from "../../domain/guests/input";
import * as queries from "../../domain/guests/queries";
import { showForGuest } from "../../domain/sites/commands";
import { choice } from "../../domain/sites/input";
import { asAnyone, asMember, router } from "../trpc";

export const guests = router({
  write: asAnyone.input(guestComment).mutation(({ ctx, input }) => commands.writeAsGuest(ctx, input)),
  letter: asAnyone.input(letterRef).query(({ ctx, input }) => queries.guestLetter(ctx, input)),
  confirm: asAnyone
    .input(letterRef.extend({ latest: choice.optional() }))
    .mutation(({ ctx, input: { latest = null, ...letter } }) =>
      commands.confirmAsGuest(ctx, letter, (ctx, made) => showForGuest(ctx, made, latest)),
    ),
  claimable: asMember.query(({ ctx }) => queries.claimable(ctx)),
  claim: asMember.mutation(({ ctx }) => commands.claimComments(ctx)),
});
