import type { Acting } from "../../context";
import { leastNote, mostNote } from "../input";
import { termsOf } from "../terms";
import { myUse, needsNote } from "./asking";
import type { Person } from "./people";
import { standing } from "./standing";

/** Everything the form of a request shows before it is sent. */
export async function beforeAsking(ctx: Acting, who: Person) {
  const terms = await termsOf(ctx);
  const { settings } = terms;
  const stands = await standing(ctx, who);
  const { nextAt, ...use } = await myUse(ctx, terms);
  return {
    ...stands,
    note: { needed: stands.shared !== null && needsNote(stands.shared), least: leastNote, most: mostNote },
    limits: {
      ...use,
      nextAt,
      againDays: settings["requests.again-days"],
      timesMost: settings["requests.most"],
      expireDays: settings["requests.expire-days"],
    },
    rule: settings["requests.rule"],
  };
}
