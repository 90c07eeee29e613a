import { Badge } from "#/components/ui/badge";
import { Notice } from "#/components/ui/notice";
import { Time } from "#/components/ui/time";
import type { Outputs } from "#/server/api/types";

type PastImport = Outputs["imports"]["list"]["items"][number];

const states: Record<PastImport["state"], string> = {
  waiting: "waits",
  running: "is running",
  done: "done",
  refused: "not taken",
  failed: "broke off",
};

/** Whether an import has not come to its end, so that the page should look again. */
export const isUnderWay = ({ state }: PastImport): boolean => state === "waiting" || state === "running";

/** The imports there were, newest first, each with its account. */
export function PastImports({ imports }: { imports: PastImport[] }) {
  return (
    <ol className="grid gap-10">
      {imports.map((one, nth) => (
        <li key={one.id} id={one.id} className="border-line border-t pt-6">
          <Head import={one} />
          <Fate import={one} />
          {one.chapters.length > 0 && (
            <details open={nth === 0} className="mt-3">
              <summary>Its account</summary>
              <Chapters import={one} />
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Head({ import: { fileName, state, dryRun, by, startedAt, origin } }: { import: PastImport }) {
  return (
    <>
      <h3 className="break-words">
        {fileName}{" "}
        <Badge tone={state === "refused" || state === "failed" ? "warning" : undefined}>{states[state]}</Badge>{" "}
        {dryRun && <Badge>only looked</Badge>}
      </h3>
      <p className="item-facts">
        <Time at={startedAt} />
        {origin && <> · from {origin}</>}
        {by ? <> · sent by {by}</> : <> · from the shell</>}
      </p>
    </>
  );
}

function Fate({ import: { id, state, percent, refused, failure } }: { import: PastImport }) {
  if (state === "running" || state === "waiting")
    return (
      <p className="mt-3">
        <label htmlFor={`progress-${id}`}>{state === "waiting" ? "Waiting for its turn" : `${percent} % read`}</label>{" "}
        <progress id={`progress-${id}`} max={100} value={percent} className="w-full accent-accent" />
      </p>
    );
  if (refused)
    return (
      <Notice tone="warning" title={`Line ${refused.line}, column ${refused.column}:`}>
        {refused.reason}. Nothing of the file was kept.
      </Notice>
    );
  return failure ? <Notice tone="warning">{failure}</Notice> : null;
}

function Chapters({ import: { chapters } }: { import: PastImport }) {
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-3 wide:grid-cols-[11rem_1fr]">
      {chapters.map(({ title, lines }) => (
        <div key={title} className="contents">
          <dt className="text-soft">{title}</dt>
          {lines.map((line) => (
            <dd key={line} className="break-words wide:col-start-2 [&+dd]:-mt-2">
              {line}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
