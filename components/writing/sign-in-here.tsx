"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type Refusable, refusals, sentenceOf } from "../refusals";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

type SignInProps = {
  /** Somebody is in: what waited for it goes on. */
  done: () => void;
  close: () => void;
};

/** Signing in without leaving the page: what was typed stays where it is, and is sent then. */
export function SignInHere({ done, close }: SignInProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // It lies over the page, but React hands its events to the form it was opened from.
    event.stopPropagation();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    const text = (name: string) => fields.getAll(name).filter((value) => typeof value === "string")[0] ?? "";
    const refusal = await entered(text("who"), text("password"));
    setBusy(false);
    setProblem(refusal ?? "");
    if (refusal === null) done();
  };
  const elsewhere = `/enter?to=${encodeURIComponent(location.pathname + location.search)}`;
  return createPortal(
    <dialog className="dialog" ref={dialog} aria-labelledby="sign-in-here" onClose={close}>
      <h2 id="sign-in-here">Sign in to send it</h2>
      <form className="dialog-body" onSubmit={enter} aria-label="Sign in">
        <p>Your words stay where they are, and are sent as soon as you are in.</p>
        {problem && (
          <p className="notice notice--problem" role="alert">
            {problem}
          </p>
        )}
        <Field id="here-who" label="Handle or mail address">
          {(wires) => <Input {...wires} name="who" autoComplete="username" autoCapitalize="none" required />}
        </Field>
        <Field id="here-password" label="Password">
          {(wires) => <Input {...wires} name="password" type="password" autoComplete="current-password" required />}
        </Field>
        <div className="form-acts">
          <Button variant="primary" type="submit" busy={busy}>
            Sign in and send
          </Button>
          <Button onClick={() => dialog.current?.close()}>Not now</Button>
        </div>
        <p className="text-small">
          <a className="link" href={elsewhere}>
            Another way in, or new here?
          </a>{" "}
          Your words wait on this device.
        </p>
      </form>
    </dialog>,
    document.body,
  );
}

type Said = {
  error?: { message?: string; data?: { refusal?: { particulars?: Record<string, string | number> } | null } };
};

const broken = "Something went wrong on the way. Please try again.";

/** Why somebody is not let in; null where they are. */
async function entered(who: string, password: string): Promise<string | null> {
  try {
    const answer = await fetch("/api/trpc/identities.enter", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ who, password }),
    });
    const { error } = (await answer.json()) as Said;
    if (!error) return null;
    const because = error.message ?? "";
    return because in refusals ? sentenceOf(because as Refusable, error.data?.refusal?.particulars) : broken;
  } catch {
    return broken;
  }
}
