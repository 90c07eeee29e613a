import { page } from "../../domain/cursor";
import * as input from "../../domain/imports/input";
import * as queries from "../../domain/imports/queries";
import { asAnyone, asOwner, router } from "../trpc";

export const imports = router({
  list: asOwner.input(page).query(({ ctx, input }) => queries.pastImports(ctx, input)),
  newAddress: asAnyone.input(input.oldAddress).query(({ ctx, input }) => queries.newAddress(ctx, input)),
});
