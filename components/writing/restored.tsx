"use client";

import type { Restored } from "./kept-words";

/** Says where words come from that nobody has typed just now. */
export const RestoredNote = ({ restored: { at, elsewhere }, discard }: { restored: Restored; discard: () => void }) => (
  <p className="field-hint" role="status">
    Restored from {clockOf(at)}, as you left it on {elsewhere ? "another" : "this"} device.{" "}
    <button type="button" className="link" onClick={discard}>
      Discard it
    </button>
  </p>
);

/** An hour of today as "12:04", any other day's with the day. */
export function clockOf(at: Date): string {
  const hour = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday ? hour : `${at.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}, ${hour}`;
}
