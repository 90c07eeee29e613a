import { type Action, ActForm } from "#/components/client/act-form";
import { Submit } from "#/components/ui/submit";

export type Judging = "keep" | "unhide" | "approve" | "leave";

type Props = {
  action: Action;
  thing: { kind: "comment" | "post"; key: string };
  may: Record<Judging, boolean>;
  here: string;
  /** Whose words they are, for those who hear the page. */
  whose: string;
};

const words: Record<Judging, string> = {
  keep: "Keep it",
  unhide: "Unhide it",
  approve: "Let it in",
  leave: "Leave it out",
};

/** What takes one press: each button is there only where it may be pressed. */
export function JudgeButtons({ action, thing, may, here, whose }: Props) {
  const buttons = (["approve", "leave", "unhide", "keep"] as const).filter((act) => may[act]);
  if (buttons.length === 0) return null;
  return (
    <ActForm action={action}>
      <input type="hidden" name={thing.kind} value={thing.key} />
      <input type="hidden" name="here" value={here} />
      <p className="form-acts">
        {buttons.map((act) => (
          <Submit key={act} small variant={act === "approve" ? "primary" : "quiet"} name="act" value={act}>
            {words[act]}
            <span className="sr-only">
              {" "}
              (the {thing.kind} by {whose})
            </span>
          </Submit>
        ))}
      </p>
    </ActForm>
  );
}
