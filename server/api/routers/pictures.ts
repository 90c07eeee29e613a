import { page } from "../../domain/cursor";
import * as queries from "../../domain/pictures/queries";
import { asAnyone, asMember, router } from "../trpc";

export const pictures = router({
  room: asAnyone.query(({ ctx }) => queries.roomForPictures(ctx)),
  mine: asMember.input(page).query(({ ctx, input }) => queries.picturesOf(ctx, input)),
});
