import { z } from "zod";
import { letterRef } from "../../domain/guests/input";
import * as moderation from "../../domain/moderation/commands";
import * as commands from "../../domain/sites/commands";
import { commentRef, handleRef, host, inThread, ofComments, way } from "../../domain/sites/input";
import * as queries from "../../domain/sites/queries";
import { asAnyone, asMember, asModerator, router } from "../trpc";

export const sites = router({
  lines: asAnyone.input(ofComments).query(({ ctx, input }) => queries.linesOfComments(ctx, input)),
  card: asAnyone.input(handleRef).query(({ ctx, input }) => queries.cardOf(ctx, input)),
  verified: asAnyone.input(handleRef).query(({ ctx, input }) => queries.isSiteVerified(ctx, input)),
  follow: asAnyone
    .input(commentRef.extend({ counts: z.boolean() }))
    .mutation(({ ctx, input }) => commands.followLine(ctx, input)),

  guestToChoose: asAnyone.input(letterRef).query(({ ctx, input }) => queries.guestToChoose(ctx, input)),
  lookByLetter: asAnyone.input(letterRef).mutation(({ ctx, input }) => commands.lookForGuest(ctx, input)),

  mine: asMember.query(({ ctx }) => queries.mySiteHere(ctx)),
  toChoose: asMember.input(inThread).query(({ ctx, input }) => queries.latestToChoose(ctx, input)),
  look: asMember.mutation(({ ctx }) => commands.lookAtMySite(ctx)),
  prove: asMember.input(way).mutation(({ ctx, input }) => commands.proveMySite(ctx, input)),
  forgetProof: asMember.mutation(({ ctx }) => commands.forgetProof(ctx)),

  toChange: asMember.input(commentRef).query(({ ctx, input }) => queries.lineToChange(ctx, input)),
  remove: asMember.input(commentRef).mutation(({ ctx, input }) => moderation.removeLine(ctx, input)),
  restore: asMember.input(commentRef).mutation(({ ctx, input }) => moderation.restoreLine(ctx, input)),

  banned: asModerator.query(({ ctx }) => queries.bannedHere(ctx)),
  ban: asModerator.input(host).mutation(({ ctx, input }) => moderation.banHost(ctx, input)),
  allow: asModerator.input(host).mutation(({ ctx, input }) => moderation.allowHost(ctx, input)),
});
