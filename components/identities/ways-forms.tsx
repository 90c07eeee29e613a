import { type Action, ActForm } from "#/components/client/act-form";
import { Notice } from "#/components/ui/notice";
import { Submit } from "#/components/ui/submit";
import { TextLink } from "#/components/ui/text-link";
import type { Outputs } from "#/server/api/types";
import { MailField, NewPasswordField } from "./door-fields";
import { TypedField } from "./typed-field";

type Ways = Outputs["identities"]["myWaysIn"];

const OldPassword = ({ id }: { id: string }) => (
  <TypedField
    id={id}
    name={id === "old-password" ? "old-password" : "password"}
    label="Your present password"
    type="password"
    autoComplete="current-password"
    required
  />
);

/** Sets the first or another password. */
export const PasswordForm = ({ ways, handle, action }: { ways: Ways; handle: string; action: Action }) => (
  <ActForm action={action} className="form" label="Your password">
    <input hidden readOnly name="username" autoComplete="username" value={handle} />
    {ways.password && !ways.mayForget && <OldPassword id="old-password" />}
    <NewPasswordField id="new-password" label={ways.password ? "New password" : "Password"} />
    <p className="field-hint">Everybody else who is signed in as you, on any device, is out at once.</p>
    <div className="form-acts">
      <Submit variant="quiet" sending="Changing it…">
        {ways.password ? "Change the password" : "Set a password"}
      </Submit>
      {ways.password && !ways.mayForget && (
        <TextLink href="/enter/link?to=%2Fsettings%23password-of-mine">
          Forgotten it? Have a link mailed to you
        </TextLink>
      )}
    </div>
  </ActForm>
);

/** The address letters go to: what it is, whether it is proven, and another one. */
export const MailForm = ({ ways, action }: { ways: Ways; action: Action }) => (
  <>
    <p>
      {ways.mail ? (
        <>
          Letters go to <b>{ways.mail}</b>
          {ways.mailProven ? ", which is proven to be yours." : "."}
        </>
      ) : (
        "You have no mail address here, so a forgotten password could not be mended."
      )}
    </p>
    {ways.mail && !ways.mailProven && (
      <>
        <Notice tone="warning" title="Not proven yet.">
          Please open the letter we sent there and say that the address is yours.
        </Notice>
        <ActForm action={action} label="Send the letter again">
          <input type="hidden" name="mail" value={ways.mail} />
          <Submit variant="quiet" sending="Sending…">
            Send the letter again
          </Submit>
        </ActForm>
      </>
    )}
    <ActForm action={action} className="form" label="Another mail address">
      <MailField id="new-mail" hint="It counts once you have answered the letter that is sent there." />
      {ways.password && !ways.mayForget && <OldPassword id="password-for-mail" />}
      <div className="form-acts">
        <Submit variant="quiet" sending="Sending…">
          {ways.mail ? "Use another address" : "Use this address"}
        </Submit>
      </div>
    </ActForm>
  </>
);
