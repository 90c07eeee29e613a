import { constraintOf } from "#/db/constraint";
import { fail } from "./errors";

const reasonOf: Record<string, "handle-taken" | "mail-taken"> = {
  members_handle: "handle-taken",
  members_handle_skeleton: "handle-taken",
  members_mail: "mail-taken",
};

/**
 * Runs a statement and says which of handle and mail somebody else has, when PostgreSQL says that one of them is taken.
 * Of two who come at the same moment the table lets one through; asking it first would let both.
 */
export async function unlessTaken<Answer>(write: () => PromiseLike<Answer>): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    const because = reasonOf[constraintOf(error) ?? ""];
    if (because) fail(because);
    throw error;
  }
}
