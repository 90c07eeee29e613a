"use client";

import { useEffect, useRef, useState } from "react";
import { useAnswer } from "../client/act-form";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { carryBy } from "./carried";
import { carry } from "./carry";
import { Keeper, type Keeping } from "./keeper";
import { nameKeeper } from "./keepers";
import type { Restored } from "./kept-words";
import { type Sent, sendWaiting, sent, takeBack } from "./outbox";
import { clockOf, RestoredNote } from "./restored";
import { SignInHere } from "./sign-in-here";

carryBy(carry);

/** Milliseconds between two attempts to send what waits. */
const again = 10_000;

export type FootProps = {
  area: HTMLTextAreaElement;
  place: string;
  names: readonly string[];
  guest: boolean;
  restored: Restored | null;
  setRestored: (restored: Restored | null) => void;
  discard: () => void;
};

/** What stands under the words: where they came from, whether they are kept, what another device has. */
export function Foot({ area, place, names, guest, restored, setRestored, discard }: FootProps) {
  const { keeping, keeper } = useKeeper({ area, place, names, guest });
  const { other, problem, restoredAt } = keeping;
  useEffect(() => {
    if (restoredAt) setRestored({ at: restoredAt, elsewhere: true });
  }, [restoredAt, setRestored]);
  const discardAll = () => {
    discard();
    keeper.current?.discarded();
  };

  return (
    <>
      {restored && <RestoredNote restored={restored} discard={discardAll} />}
      {other && (
        <p className="field-hint" role="status">
          Another device had other words at {clockOf(new Date(other.at))}: “{other.line}”{" "}
          <button type="button" className="link" onClick={() => void keeper.current?.takeOther()}>
            Take those instead
          </button>{" "}
          These are kept beside them.
        </p>
      )}
      {problem && (
        <p className="field-hint" role="status">
          {problem}
        </p>
      )}
      {!problem && <Kept {...keeping} />}
      <Waits area={area} place={place} />
      <SignInFirst area={area} />
    </>
  );
}

/** Where the words are kept, as exactly as it is known. */
function Kept({ keptAt, away }: Keeping) {
  if (away) {
    const { at, why } = away;
    return (
      <p className="field-hint">
        {at ? `Kept on this device at ${clockOf(at)}` : "Not kept anywhere yet"}; {why}.
      </p>
    );
  }
  return keptAt && <p className="field-hint">Kept at {clockOf(keptAt)}, for all your devices.</p>;
}

function useKeeper({ area, place, names, guest }: Pick<FootProps, "area" | "place" | "names" | "guest">) {
  const keeper = useRef<Keeper | null>(null);
  const [keeping, setKeeping] = useState<Keeping>({});
  const list = names.join(" ");
  useEffect(() => {
    if (guest || !area.form) return;
    const tell = (news: Keeping) => setKeeping((before) => ("away" in news ? { ...before, ...news } : news));
    const made = new Keeper({ area, place, names: list.split(" "), tell }, area.form);
    keeper.current = made;
    return nameKeeper(place, made);
  }, [area, place, list, guest]);
  return { keeping, keeper };
}

/** The words wait for a connection; when they are sent, one is led to them. */
function Waits({ area, place }: { area: HTMLTextAreaElement; place: string }) {
  const { answer } = useAnswer();
  const [isBack, setBack] = useState<typeof answer>(null);
  const waits = Boolean(answer?.waits) && isBack !== answer;
  useEffect(() => {
    if (!waits) return;
    const onSent = (event: Event) => {
      const { detail } = event as Sent;
      if (detail.place === place) location.assign(detail.go);
    };
    const send = () => void sendWaiting();
    const timer = setInterval(send, again);
    addEventListener(sent, onSent);
    addEventListener("online", send);
    return () => {
      clearInterval(timer);
      removeEventListener(sent, onSent);
      removeEventListener("online", send);
    };
  }, [waits, place]);
  useEffect(() => {
    area.toggleAttribute("readonly", waits);
  }, [area, waits]);
  if (!waits) return null;
  const change = () => {
    takeBack(place);
    setBack(answer);
    area.focus();
  };
  return (
    <Notice tone="warning" title="There is no connection.">
      Your words wait on this device and go out by themselves, once, as soon as there is one.{" "}
      <Button small onClick={change}>
        Change them first
      </Button>
    </Notice>
  );
}

/** Whoever is not signed in signs in here, and the form is sent again. */
function SignInFirst({ area }: { area: HTMLTextAreaElement }) {
  const { answer } = useAnswer();
  const [closed, setClosed] = useState<typeof answer>(null);
  if (!answer?.signIn || closed === answer) return null;
  const done = () => {
    setClosed(answer);
    area.form?.requestSubmit(area.form.querySelector<HTMLButtonElement>("button[data-sends]"));
  };
  return <SignInHere done={done} close={() => setClosed(answer)} />;
}
