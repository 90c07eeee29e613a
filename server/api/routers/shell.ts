import * as queries from "../../domain/notifications/around";
import { asAnyone, router } from "../trpc";

export const shell = router({
  around: asAnyone.query(({ ctx }) => queries.around(ctx)),
});
