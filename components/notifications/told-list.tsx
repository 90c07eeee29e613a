import { type Action, ActForm } from "#/components/client/act-form";
import { Submit } from "#/components/ui/submit";
import { type Told, ToldItem } from "./told";

type Props = { items: readonly Told[]; markRead: Action };

/** What one was told, newest first, in one form: what is new can be marked read one by one or all together. */
export function ToldList({ items, markRead }: Props) {
  const newest = items[0];
  return (
    <ActForm action={markRead} label="What you were told">
      {newest && items.some(({ unread }) => unread) && (
        <p className="mb-6">
          <input type="hidden" name="upTo" value={new Date(newest.at).toISOString()} />
          <Submit small variant="quiet" name="all" value="yes">
            Mark all as read
          </Submit>
        </p>
      )}
      <ul>
        {items.map((told) => (
          <ToldItem key={told.id} told={told} acts={told.unread ? <MarkRead id={told.id} /> : undefined} />
        ))}
      </ul>
    </ActForm>
  );
}

const MarkRead = ({ id }: { id: string }) => (
  <Submit small variant="quiet" name="id" value={id}>
    Mark as read
  </Submit>
);
