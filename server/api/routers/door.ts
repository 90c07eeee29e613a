import * as commands from "../../domain/door/commands";
import { commentRef } from "../../domain/door/input";
import * as queries from "../../domain/door/queries";
import { asMember, router } from "../trpc";

export const door = router({
  cameToYou: asMember.query(({ ctx }) => queries.cameToYou(ctx)),
  settle: asMember.input(commentRef).mutation(({ ctx, input }) => commands.settle(ctx, input)),
  unsettle: asMember.input(commentRef).mutation(({ ctx, input }) => commands.unsettle(ctx, input)),
});
