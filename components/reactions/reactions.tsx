import { TextLink } from "../ui/text-link";
import { countsInWords, type Received, wayInWords } from "./words";

/** How a post was received, among the facts at its foot. */
export function Reactions({ postKey, received: { counts, mine, can } }: { postKey: string; received: Received }) {
  const many = countsInWords(counts);
  const page = `/p/${postKey}/react`;
  return (
    <>
      {(can.react || mine) && <TextLink href={page}>{wayInWords({ mine })}</TextLink>}
      {many && (can.who ? <TextLink href={page}>{many}</TextLink> : <span>{many}</span>)}
    </>
  );
}
