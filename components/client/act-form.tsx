"use client";

import {
  createContext,
  type FormEvent,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from "react";
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
  /** Brings the form to the server in the place of its action, where a script runs. */
  carry?: ((form: FormData) => Promise<FormAnswer>) | undefined;
};

/**
 * A form that works before and without its script. What was typed stays in it whatever the server says; the first
 * problem is focused; on success the browser loads the next page whole.
 */
export function ActForm({ action, children, className, label, carry }: Props) {
  const [answered, send, acting] = useActionState(action, null);
  const [carried, setCarried] = useState<FormAnswer | null>(null);
  const [carrying, start] = useTransition();
  const answer = carried ?? answered;
  const busy = acting || carrying;
  const problem = useRef<HTMLParagraphElement>(null);
  const id = useId();
  const going = Boolean(answer?.go);

  useEffect(() => {
    if (answer?.go) location.assign(answer.go);
    else if (answer?.problem) problem.current?.focus();
  }, [answer]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!carry) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    start(async () => {
      const told = await carry(data);
      start(() => setCarried(told));
    });
  };

  return (
    <form action={send} onSubmit={onSubmit} className={className} aria-label={label} aria-busy={busy || going}>
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
