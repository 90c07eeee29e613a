import { Moment } from "#/components/ui/moment";
import { one } from "../../found";
import { bringBack } from "./bring-back";

/** What became of words that were thrown away, as the address says it, and the way back. */
export function Thrown({ search }: { search: Record<string, string | string[] | undefined> }) {
  const [did, id = ""] = [one(search.did), one(search.id)];
  const says = did && said[did];
  if (!says) return null;
  return (
    <div className="mb-6">
      <Moment undo={did === "thrown" ? bringBack : undefined} fields={{ id }}>
        {says}
      </Moment>
    </div>
  );
}

const said: Record<string, string> = {
  thrown: "Deleted. For ten minutes it can be brought back.",
  "brought-back": "It is back, as it was.",
  gone: "It was too late for that: the words are gone, or others stand in their place.",
};
