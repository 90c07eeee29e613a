import type { Typed } from "#/components/search/search-form";
import { type Asked, one } from "../../found";

/** What stands in an address of this page, as it was typed. */
export async function typedIn(searchParams: Asked): Promise<Typed & { cursor: string | undefined }> {
  const asked = await searchParams;
  const text = (name: string) => one(asked[name])?.trim() ?? "";
  const chosen = (name: string, choices: readonly string[]) => (choices.includes(text(name)) ? text(name) : "");
  return {
    q: text("q"),
    from: text("from"),
    tag: text("tag"),
    answers: text("answers"),
    after: text("after"),
    before: text("before"),
    within: chosen("within", ["posts", "comments"]),
    network: text("network") === "yes",
    mine: text("mine") === "yes",
    order: chosen("order", ["best", "newest"]),
    cursor: one(asked.cursor),
  };
}

/** The address of the same search, from its top or from a cursor on. */
export function addressOf({ network, mine, ...typed }: Typed, cursor?: string): string {
  const fields = { ...typed, network: network ? "yes" : "", mine: mine ? "yes" : "", cursor: cursor ?? "" };
  return `/search?${new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ""))}`;
}
