"use client";

import { useEffect } from "react";
import { useAnswer } from "../client/act-form";
import { forgetAt, keptAt } from "../writing/kept";

/**
 * In a form that throws unsent words away: this device forgets its own copy of them too, or they would stand in their
 * field again. Other words than those that were shown stay.
 * @param place where the words stand, as the server calls it
 * @param source the words that were shown
 */
export function Forgets({ place, source }: { place: string; source: string }) {
  const { answer } = useAnswer();
  const isGone = answer?.go !== undefined;
  useEffect(() => {
    if (!isGone) return;
    const [first, form] = place.split("/");
    // A new post has one place on a device, and its form's key beside it.
    const name = first === "new" ? first : place;
    const kept = keptAt(name);
    if (kept?.words.source !== source || (first === "new" && kept.form !== form)) return;
    forgetAt(name);
  }, [isGone, place, source]);
  return null;
}
