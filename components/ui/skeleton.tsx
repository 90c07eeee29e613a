import { VisuallyHidden } from "./visually-hidden";

/** Lines of the size of the words to come. It shows itself only after 150 ms, so that what is quick does not blink. */
export function Skeleton({ lines = 4, what = "Loading" }: { lines?: number | undefined; what?: string | undefined }) {
  return (
    <output className="skeleton">
      <VisuallyHidden>{what}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </output>
  );
}
