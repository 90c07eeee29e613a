import * as commands from "../../domain/visits/commands";
import { readSoFar } from "../../domain/visits/input";
import { asMember, router } from "../trpc";

export const visits = router({
  note: asMember.input(readSoFar).mutation(({ ctx, input }) => commands.noteVisit(ctx, input)),
});
