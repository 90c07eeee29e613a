import { Moment } from "#/components/ui/moment";

export const judgements = ["hidden", "kept", "unhidden", "approved", "left", "too-late"] as const;
export type Judgement = (typeof judgements)[number];

const sentences: Record<Judgement, string> = {
  hidden: "Hidden. The place stays, the words are gone for everybody but the author and the moderators.",
  kept: "Kept as it is. Those who reported it will be told.",
  unhidden: "The words are back in their place.",
  approved: "It stands among the others now.",
  left: "Left out. It is kept, and nobody reads it.",
  "too-late": "Somebody else was faster. This is how it stands now.",
};

type Props = {
  did: Judgement;
  undo?: ((form: FormData) => Promise<void>) | undefined;
  fields?: Readonly<Record<string, string>>;
};

/** The line after an act of moderation, with the way back where it hurts. */
export function Judged({ did, undo, fields = {} }: Props) {
  const takes = did === "hidden" || did === "left" ? undo : undefined;
  return (
    <div className="mb-6">
      <Moment undo={takes} fields={fields} brief={takes !== undefined}>
        {sentences[did]}
      </Moment>
    </div>
  );
}
