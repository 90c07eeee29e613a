/** What a place is made of, as the browser and the table name it. */
export type Place =
  | { kind: "comment"; postKey: string; parentKey: string | null }
  | { kind: "changed-comment"; commentKey: string; part: string | null }
  | { kind: "continued-comment"; commentKey: string }
  | { kind: "changed-post"; postKey: string }
  | { kind: "new-post"; form: string };

/** Reads a place that `input.ts` has let in. */
export function placeOf(place: string): Place {
  const [first = "", second = null, third = null] = place.split("/");
  if (first === "new") return { kind: "new-post", form: second ?? "" };
  if (first === "edit") return { kind: "changed-comment", commentKey: second ?? "", part: third };
  if (first === "continue") return { kind: "continued-comment", commentKey: second ?? "" };
  if (first === "post") return { kind: "changed-post", postKey: second ?? "" };
  return { kind: "comment", postKey: first, parentKey: second };
}

/** Where somebody goes on writing. */
export function addressOf(place: Place): string {
  switch (place.kind) {
    case "new-post":
      return `/write?draft=${place.form}`;
    case "changed-post":
      return `/write/${place.postKey}`;
    case "changed-comment":
      return `/c/${place.commentKey}/edit${place.part ? `?part=${place.part}` : ""}`;
    case "continued-comment":
      return `/c/${place.commentKey}/continue`;
    case "comment":
      return place.parentKey ? `/p/${place.postKey}?c=${place.parentKey}&reply=1#reply` : `/p/${place.postKey}#say`;
  }
}
