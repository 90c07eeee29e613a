import { ActForm, type Action } from "#/components/client/act-form";
import { TypedField } from "#/components/identities/typed-field";
import { Item } from "#/components/ui/item";
import { Submit } from "#/components/ui/submit";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

/** Leaves out a site by its address. */
export const BanForm = ({ ban }: { ban: Action }) => (
  <ActForm action={ban} className="form my-6" label="Leave out a site">
    <TypedField
      name="host"
      label="A site"
      hint="Its address, as spam.example; what lies below it is left out too."
      initial=""
    />
    <div className="form-acts">
      <Submit variant="quiet" sending="Leaving it out…">
        Leave it out
      </Submit>
    </div>
  </ActForm>
);

/** The sites left out, each with the way back. */
export const BannedList = ({ banned, allow }: { banned: Outputs["sites"]["banned"]; allow: Action }) => (
  <ul>
    {banned.map(({ host, bannedAt, by }) => (
      <Item
        key={host}
        head={host}
        facts={
          <p>
            since <Time at={bannedAt} />
            {by && <>, by {by}</>}
          </p>
        }
        acts={
          <ActForm action={allow} label={`Show ${host} again`}>
            <input type="hidden" name="host" value={host} />
            <Submit variant="quiet" small>
              Show it again
            </Submit>
          </ActForm>
        }
      />
    ))}
  </ul>
);
