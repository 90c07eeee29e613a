import { Notice } from "#/components/ui/notice";
import { refusals } from "./refusals";

/** The reasons that may stand in the address of the door; a suspension's words are shown only to whom they concern. */
const shown: Record<string, string> = {
  ...refusals,
  suspended: "This account is suspended.",
  "too-many-joined": "Many people joined from where you are. Please try again in an hour.",
};

/** Why somebody who came back from the provider is still outside. */
export function WhyNot({ because, failed, provider }: { because: string; failed: boolean; provider: string | null }) {
  const reason = Object.hasOwn(shown, because) ? shown[because] : undefined;
  const words =
    reason ?? (failed ? `Signing in by ${provider ?? "the provider"} did not work. Please try again.` : null);
  return words ? (
    <div className="mb-6">
      <Notice tone="problem">{words}</Notice>
    </div>
  ) : null;
}
