"use client";

import { createContext, type ReactNode, useActionState, useContext, useEffect, useId, useRef } from "react";
import type { FormAnswer } from "./form-answer";

/** A Server Action of a form: what it answered before, and what was typed now. */
export type Action = (before: FormAnswer | null, form: FormData) => Promise<FormAnswer | null>;

const Answered = createContext<{ answer: FormAnswer | null; busy: boolean }>({ answer: null, busy: false });

/** What the form around this was last told, and whether it is being sent. */
export const useAnswer = () => useContext(Answered);

type Props = {
  action: Action;
  children: ReactNode;
  className?: string;
  /** What the form does, for those who hear the page. */
  label?: string;
};

/**
 * A form that works before and without its script. What was typed stays in it whatever the server says; the first
 * problem is focused; on success the browser loads the next page whole.
 */
export function ActForm({ action, children, className, label }: Props) {
  const [answer, send, busy] = useActionState(action, null);
  const problem = useRef<HTMLParagraphElement>(null);
  const id = useId();
  const going = Boolean(answer?.go);

  useEffect(() => {
    if (answer?.go) location.assign(answer.go);
    else if (answer?.problem) problem.current?.focus();
  }, [answer]);

  return (
    <form action={send} className={className} aria-label={label} aria-busy={busy || going}>
      {answer?.problem ? (
        // The attribute takes a reader to the problem also where no script runs and the page came back from its top.
        <p ref={problem} id={id} role="alert" tabIndex={-1} autoFocus className="problem notice notice--problem">
          {answer.problem}
          {answer.see ? (
            <>
              {" "}
              <a className="link" href={answer.see}>
                See it
              </a>
            </>
          ) : null}
        </p>
      ) : null}
      <Answered value={{ answer, busy: busy || going }}>{children}</Answered>
    </form>
  );
}
