import { Moment } from "#/components/ui/moment";

/** What the viewer has just done, as the address says it. */
export const deeds = [
  "accepted",
  "declined",
  "reopened",
  "withdrawn",
  "asked",
  "connected",
  "ended",
  "restored",
  "blocked",
  "unblocked",
  "muted",
  "unmuted",
  "too-late",
] as const;
export type Deed = (typeof deeds)[number];

const sentences: Record<Deed, (name: string) => string> = {
  accepted: (name) => `You and ${name} are connected now.`,
  declined: (name) => `You declined the request of ${name}. They are not told.`,
  reopened: (name) => `The request of ${name} waits again.`,
  withdrawn: (name) => `You withdrew your request to ${name}. It is gone from their list.`,
  asked: (name) => `Your request is on its way to ${name}.`,
  connected: (name) => `You and ${name} are connected now.`,
  ended: (name) => `You and ${name} are not connected any more. They are not told.`,
  restored: (name) => `You and ${name} are connected again, as before.`,
  blocked: (name) => `You blocked ${name}. Neither of you finds the other now; they are not told.`,
  unblocked: (name) => `You unblocked ${name}. What the block ended stays ended.`,
  muted: (name) => `You muted ${name}. They are not told.`,
  unmuted: (name) => `You hear from ${name} again.`,
  "too-late": () => "It was too late to take that back.",
};

type Props = {
  deed: Deed;
  /** Whom it was about; several are counted by the page. */
  name: string;
  undo?: ((form: FormData) => Promise<void>) | undefined;
  fields?: Readonly<Record<string, string>> | undefined;
};

/** The line after an act on a connection or a request, with the way back where there is one. */
export function Did({ deed, name, undo, fields }: Props) {
  return (
    <div className="mb-6">
      <Moment undo={undo} fields={fields} brief={undo !== undefined}>
        {sentences[deed](name)}
      </Moment>
    </div>
  );
}
