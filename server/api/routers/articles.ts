import { page } from "../../domain/cursor";
import * as commands from "../../domain/articles/commands";
import { answersAsked, postRef } from "../../domain/articles/input";
import * as queries from "../../domain/articles/queries";
import { asAnyone, asMember, router } from "../trpc";

export const articles = router({
  ofPost: asAnyone.input(postRef).query(({ ctx, input }) => queries.articleOfPost(ctx, input)),
  answers: asAnyone.input(page.extend(answersAsked.shape)).query(({ ctx, input }) => queries.answersTo(ctx, input)),
  askAgain: asMember.input(postRef).mutation(({ ctx, input }) => commands.askAgain(ctx, input)),
});
