import { type Action, ActForm } from "#/components/client/act-form";
import { Submit } from "#/components/ui/submit";
import { type Told, ToldItem } from "./told";

type Props = { items: readonly Told[]; markRead: Action };

/** What one was told, newest first; what is new can be marked read one by one or all together. */
export function ToldList({ items, markRead }: Props) {
  const newest = items[0];
  return (
    <>
      {newest && items.some(({ unread }) => unread) && (
        <ActForm action={markRead} label="Mark all as read" className="mb-6">
          <input type="hidden" name="upTo" value={new Date(newest.at).toISOString()} />
          <Submit small variant="quiet">
            Mark all as read
          </Submit>
        </ActForm>
      )}
      <ul>
        {items.map((told) => (
          <ToldItem
            key={told.id}
            told={told}
            acts={told.unread ? <MarkRead id={told.id} markRead={markRead} /> : undefined}
          />
        ))}
      </ul>
    </>
  );
}

function MarkRead({ id, markRead }: { id: string; markRead: Action }) {
  return (
    <ActForm action={markRead} label="Mark as read">
      <input type="hidden" name="id" value={id} />
      <Submit small variant="quiet">
        Mark as read
      </Submit>
    </ActForm>
  );
}
