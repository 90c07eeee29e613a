import type { Progress } from "../domain/imports/bring/survey";
import { murmur } from "./speak";

/** Milliseconds before the first word and between two: a short import needs none. */
const every = 2_000;

/** Says on standard error how far a long reading is: per cent, items a second, time left. */
export function progressOf(bytes: number, now: () => number = () => performance.now()) {
  let phase: Progress["phase"] | null = null;
  let [started, said, before] = [0, 0, 0];
  return (progress: Progress): void => {
    const at = now();
    if (progress.phase !== phase) {
      [phase, started, said, before] = [progress.phase, at, at, progress.bytes];
      return;
    }
    if (at - said < every) return;
    said = at;
    murmur(sentence(progress, { bytes, seconds: (at - started) / 1000, since: before }));
  };
}

/** @param since bytes read when the phase was first heard of */
function sentence(
  { phase, bytes: read, items }: Progress,
  { bytes, seconds, since }: { bytes: number; seconds: number; since: number },
) {
  const share = bytes > 0 ? Math.min(100, Math.floor((100 * read) / bytes)) : 100;
  const left = read > since ? ((bytes - read) / (read - since)) * seconds : 0;
  const speed = Math.round(items / Math.max(seconds, 0.001));
  const doing = phase === "looking" ? "Looking at the file" : "Taking it in";
  return `${doing}: ${share} %, ${items.toLocaleString("en")} items, ${speed.toLocaleString("en")} a second, about ${inTime(left)} left`;
}

function inTime(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
