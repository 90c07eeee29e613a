/** The unique constraint that an error of the database is about, by name; undefined for every other error. */
export function constraintOf(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error) || !("code" in cause) || cause.code !== "23505" || !("constraint" in cause))
    return undefined;
  return typeof cause.constraint === "string" ? cause.constraint : undefined;
}
