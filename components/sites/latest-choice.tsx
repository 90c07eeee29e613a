"use client";

import { useEffect, useRef, useState } from "react";
import type { Outputs } from "#/server/api/types";
import { useAnswer } from "../client/act-form";
import { Select } from "../ui/select";

export type Choices = NonNullable<Outputs["sites"]["toChoose"]>;
type Choice = Choices["site"][number];

/** What was chosen in the form as it was sent; else the newest, or nothing where that was chosen the last time. */
const firstOf = ({ none, site, here }: Choices) => (none ? "none" : ((site[0] ?? here[0])?.value ?? "none"));

const Options = ({ label, of }: { label: string; of: Choice[] }) =>
  of.length > 0 && (
    <optgroup label={label}>
      {of.map(({ value, title, linked }) => (
        <option key={value} value={value}>
          {title}
          {linked ? " (linked here already)" : ""}
        </option>
      ))}
    </optgroup>
  );

/**
 * Which of one's latest posts stands under the comment. What is kept is offered at once and without a script; when
 * somebody begins to write, the server looks whether there is something newer.
 */
export function LatestChoice({ id, postKey, choices }: { id: string; postKey: string; choices: Choices }) {
  const { answer } = useAnswer();
  const [offered, setOffered] = useState(choices);
  const select = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);

  useEffect(() => {
    const form = select.current?.form;
    const look = () => void import("./look-again").then(({ lookAgain }) => lookAgain(postKey, setOffered));
    form?.addEventListener("focusin", look, { once: true });
    return () => form?.removeEventListener("focusin", look);
  }, [postKey]);

  const isEmpty = offered.site.length + offered.here.length === 0;
  if (isEmpty && !offered.hasSite) return null;
  return (
    <div className="latest">
      <label htmlFor={id}>Your latest post</label>
      <Select
        // A form that comes back resets its fields: a list of its own begins with what was chosen.
        key={answer?.problem ?? ""}
        ref={select}
        id={id}
        // Where nothing could be chosen, nothing was: it is not sent, and not remembered as a wish.
        name={isEmpty ? undefined : "latest"}
        value={chosen ?? answer?.typed.latest ?? firstOf(offered)}
        onChange={({ target }) => setChosen(target.value)}
        aria-describedby={offered.badge ? `${id}-badge` : undefined}
      >
        <option value="none">none</option>
        <Options label="From your site" of={offered.site} />
        <Options label="Here" of={offered.here} />
      </Select>
      {offered.badge && (
        <span id={`${id}-badge`} className="text-mini text-soft">
          {offered.badge}{" "}
          <a className="link" href="/settings/site">
            Your site
          </a>
        </span>
      )}
    </div>
  );
}
