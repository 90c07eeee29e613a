import { z } from "zod";
import * as commands from "../../domain/moderation/commands";
import { changes } from "../../domain/settings/schema";
import * as queries from "../../domain/settings/queries";
import { asAnyone, asOwner, router } from "../trpc";

const change = z.object({ key: z.string().max(60), value: z.union([z.string().max(1000), z.number(), z.boolean()]) });

export const settings = router({
  list: asOwner.query(({ ctx }) => queries.listSettings(ctx)),
  change: asOwner.input(changes).mutation(({ ctx, input }) => commands.changeSettings(ctx, input)),
  set: asOwner.input(change).mutation(({ ctx, input }) => commands.changeSetting(ctx, input)),
  site: asAnyone.query(({ ctx }) => queries.siteFace(ctx)),
});
