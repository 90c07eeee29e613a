import { TypedField } from "./typed-field";

/** The fields of the door, each with what a password manager needs to know of it. */
export const WhoField = () => (
  <TypedField
    name="who"
    label="Handle or mail address"
    autoComplete="username"
    autoCapitalize="none"
    spellCheck={false}
    required
  />
);

export const NameField = ({ initial }: { initial?: string }) => (
  <TypedField
    name="name"
    label="Name"
    hint="As people know you, in any script."
    autoComplete="name"
    required
    dir="auto"
    {...(initial && { initial })}
  />
);

export const HandleField = ({ initial, id }: { initial?: string; id?: string }) => (
  <TypedField
    name="handle"
    label="Handle"
    hint="Your address here, and how others mention you: 3 to 30 of a to z, digits, _ and -."
    autoComplete="username"
    autoCapitalize="none"
    spellCheck={false}
    required
    {...(initial && { initial })}
    {...(id && { id })}
  />
);

export const MailField = ({ hint, initial, id }: { hint?: string; initial?: string; id?: string }) => (
  <TypedField
    name="mail"
    label="Mail address"
    type="email"
    autoComplete="email"
    required
    {...(hint && { hint })}
    {...(initial && { initial })}
    {...(id && { id })}
  />
);

export const PasswordField = () => (
  <TypedField name="password" label="Password" type="password" autoComplete="current-password" required />
);

export const NewPasswordField = ({ label = "Password", id }: { label?: string; id?: string }) => (
  <TypedField
    name="password"
    label={label}
    type="password"
    hint="At least 10 characters. A few words that only you would put together are easy to keep."
    autoComplete="new-password"
    required
    {...(id && { id })}
  />
);

/** Where to go on afterwards, carried along. */
export const Onwards = ({ to }: { to: string }) => <input type="hidden" name="to" value={to} />;
