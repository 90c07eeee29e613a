import { type Action, ActForm } from "#/components/client/act-form";
import { HandleField, NameField } from "#/components/identities/door-fields";
import { TypedField } from "#/components/identities/typed-field";
import { Submit } from "#/components/ui/submit";
import type { Outputs } from "#/server/api/types";

type Me = Outputs["members"]["me"];

/** What a member says of themselves. */
export const ProfileForm = ({ me, action }: { me: Me; action: Action }) => (
  <ActForm action={action} className="form" label="About you">
    <NameField initial={me.name} />
    <TypedField
      name="bio"
      label="A few words about you"
      hint="Markdown, at most 2,000 characters."
      optional
      lines="note"
      initial={me.bio}
    />
    <TypedField
      name="site"
      label="Your own site"
      hint={
        <>
          What you write there can stand in one line under your comments:{" "}
          <a className="link" href="/settings/site">
            your site
          </a>
          .
        </>
      }
      inputMode="url"
      autoComplete="url"
      optional
      initial={me.site ?? ""}
    />
    <div className="form-acts">
      <Submit sending="Saving…">Save</Submit>
    </div>
  </ActForm>
);

/** Another handle. */
export const HandleForm = ({ me, action }: { me: Me; action: Action }) => (
  <ActForm action={action} className="form" label="Your handle">
    <HandleField id="new-handle" initial={me.handle} />
    <p className="field-hint">
      Links to your old address stop working. Nobody else can take the old handle for 90 days.
    </p>
    <div className="form-acts">
      <Submit variant="quiet" sending="Changing it…">
        Change the handle
      </Submit>
    </div>
  </ActForm>
);
