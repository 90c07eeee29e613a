import { asked } from "../../domain/search/input";
import * as queries from "../../domain/search/queries";
import { asAnyone, router } from "../trpc";

export const search = router({
  words: asAnyone.input(asked).query(({ ctx, input }) => queries.search(ctx, input)),
});
