import { page } from "../../domain/cursor";
import * as commands from "../../domain/reactions/commands";
import { ofComments, ofPost, reaction, thingRef } from "../../domain/reactions/input";
import * as queries from "../../domain/reactions/queries";
import { asAnyone, asMember, router } from "../trpc";

export const reactions = router({
  ofComments: asAnyone.input(ofComments).query(({ ctx, input }) => queries.reactionsOfComments(ctx, input)),
  ofPost: asAnyone.input(ofPost).query(({ ctx, input }) => queries.reactionsOfPost(ctx, input)),
  toReact: asMember.input(thingRef).query(({ ctx, input }) => queries.toReact(ctx, input)),
  who: asMember.input(page.extend(thingRef.shape)).query(({ ctx, input }) => queries.whoReacted(ctx, input)),
  react: asMember.input(reaction).mutation(({ ctx, input }) => commands.react(ctx, input)),
  takeBack: asMember.input(thingRef).mutation(({ ctx, input }) => commands.takeBack(ctx, input)),
});
