import { type Action, ActForm } from "../client/act-form";
import { ButtonLink } from "../ui/button";
import { PageHead } from "../ui/page-head";
import { Submit } from "../ui/submit";
import { Time } from "../ui/time";

type DeletingProps = {
  what: "post" | "comment";
  thing: {
    key: string;
    name: string;
    words: string;
    /** Where it is, or was. */
    back: string;
    deletedAt: Date | null;
    undoDays: number;
    can: { undo: boolean };
  };
  /** What is left of it. */
  stays: string;
  erase: Action;
  undo: Action;
};

const day = 24 * 60 * 60 * 1000;

/** Asks before a thing of one's own is deleted; once it is, the way back as long as there is one. */
export function Deleting({ what, thing, stays, erase, undo }: DeletingProps) {
  const { key, name, words, back, deletedAt, undoDays, can } = thing;
  if (deletedAt) {
    const until = new Date(deletedAt.getTime() + undoDays * day);
    return (
      <>
        <PageHead title={`You deleted this ${what}`}>
          {can.undo ? (
            <>
              {name}. Its words are gone for good on <Time at={until} how="date" />; until then you can bring it back as
              it was.
            </>
          ) : (
            <>Its words are gone for good.</>
          )}
        </PageHead>
        {can.undo && (
          <ActForm action={undo} className="form" label={`Bring your ${what} back`}>
            <input type="hidden" name="key" value={key} />
            <div className="form-acts">
              <Submit sending="Bringing it back…">Bring it back</Submit>
            </div>
          </ActForm>
        )}
      </>
    );
  }
  return (
    <>
      <PageHead title={`Delete this ${what}?`}>
        {name}. {stays} You can undo it for {undoDays} days; then its words are gone for good.
      </PageHead>
      {words && (
        <blockquote className="item-quote" dir="auto">
          {words}
        </blockquote>
      )}
      <ActForm action={erase} className="form" label={`Delete your ${what}`}>
        <input type="hidden" name="key" value={key} />
        <div className="form-acts">
          <Submit variant="danger" sending="Deleting…">
            Delete
          </Submit>
          <ButtonLink href={back}>Keep it</ButtonLink>
        </div>
      </ActForm>
    </>
  );
}
