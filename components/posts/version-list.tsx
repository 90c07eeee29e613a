import type { Outputs } from "#/server/api/types";
import { Badge } from "../ui/badge";
import { Item } from "../ui/item";
import { Time } from "../ui/time";

type Version = Outputs["posts"]["versions"]["items"][number];

/** Why a version is not for everybody. */
export const versionWords = {
  hidden: "Its author keeps this version back. Only they and the moderators can read it.",
  withheld: "It stood here when the post was hidden by a moderator. Only its author and the moderators can read it.",
} as const;

/** Why a version cannot be read. */
const faces: Record<Exclude<Version["face"], "said">, string> = {
  "version-kept-back": "Kept back by its author.",
  "version-withheld": "Withheld: it stood here when a moderator hid the post.",
  "version-for-fewer": "It was for fewer people.",
  "no-such-post": "Not for you to read.",
};

/** The versions of a post, each with the way to what it changed. */
export function VersionList({ versions, at }: { versions: readonly Version[]; at: string }) {
  return (
    <ol>
      {versions.map((version) => (
        <VersionItem key={version.nth} version={version} at={at} />
      ))}
    </ol>
  );
}

function VersionItem({ version, at }: { version: Version; at: string }) {
  const { nth, isNow } = version;
  const name = nth === 1 ? "As it was published" : `Version ${nth}`;
  if (version.face !== "said")
    return <Item head={name} facts={<When version={version} says={faces[version.face]} />} />;
  const { hidden, withheld, restores } = version;
  return (
    <Item
      head={
        <>
          <a href={`${at}?v=${nth}`}>{name}</a> {isNow && <Badge tone="accent">now</Badge>}{" "}
          {hidden && <Badge tone="warning">kept back</Badge>} {withheld && <Badge tone="warning">withheld</Badge>}
        </>
      }
      facts={<When version={version} says={restores ? `The words of version ${restores} again.` : ""} />}
    />
  );
}

const When = ({ version: { at }, says }: { version: Version; says: string }) => (
  <p>
    <Time at={at} />
    {says && ` · ${says}`}
  </p>
);
