"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Describe } from "./describe";
import { Place } from "./place";
import { send, whyNot } from "./send";
import type { End } from "./uploads";

type UploadProps = {
  id: string;
  file: File;
  area: HTMLTextAreaElement;
  /** One is sent at a time. */
  isTurn: boolean;
  settle: (id: string, end: End) => void;
  done: (id: string) => void;
};

type State =
  | { is: "coming"; share: number }
  | { is: "here"; address: string }
  | { is: "lost"; problem: string; again: boolean };

/** One picture: on its way, lost, or here and to be described. */
export function Upload({ id, file, area, isTurn, settle, done }: UploadProps) {
  const { state, place, giveUp, tryAgain } = useSending({ id, file, area, isTurn, settle });
  const name = <bdi className="upload-name">{file.name}</bdi>;
  const leave = () => {
    giveUp();
    place.current?.leave();
    settle(id, "here");
    done(id);
    area.focus();
  };

  if (state.is === "here") {
    const describe = (words: string, andGoOn: boolean) => place.current?.describe(words, state.address, andGoOn);
    return (
      <li className="upload">
        <Describe id={id} address={state.address} name={file.name} describe={describe} done={() => done(id)} />
      </li>
    );
  }
  return (
    <li className="upload">
      <div className="upload-line">
        {name}
        {state.is === "coming" && state.share < 1 && (
          <progress aria-label={`Sending ${file.name}`} value={state.share} />
        )}
        {state.is === "coming" && state.share === 1 && <span className="upload-ready">is being made ready…</span>}
        {state.is === "lost" && state.again && (
          <Button small onClick={tryAgain}>
            Try again
          </Button>
        )}
        <Button small onClick={leave}>
          {state.is === "lost" ? "Leave it out" : "Cancel"}
        </Button>
      </div>
      {state.is === "lost" && (
        <p className="field-error" role="alert">
          {state.problem}
        </p>
      )}
    </li>
  );
}

type Sending = Omit<UploadProps, "done">;

/** Takes a place among the words, then sends the file when it is its turn. */
function useSending({ id, file, area, isTurn, settle }: Sending) {
  const [state, setState] = useState<State>({ is: "coming", share: 0 });
  const place = useRef<Place | null>(null);
  const way = useRef<AbortController | null>(null);
  const [attempt, setAttempt] = useState(0);
  const begun = useRef(-1);

  useEffect(() => {
    place.current ??= new Place(area, file.name);
  }, [area, file]);

  useEffect(() => {
    if (!isTurn || begun.current === attempt) return;
    begun.current = attempt;
    const stop = new AbortController();
    way.current = stop;
    const go = async () => {
      const refusal = await whyNot(file);
      if (refusal) return { problem: refusal, again: false };
      return send(file, (share) => setState({ is: "coming", share }), stop.signal);
    };
    void go().then((sent) => {
      if (stop.signal.aborted) return;
      const isHere = "address" in sent;
      if (isHere) place.current?.fill(sent.address);
      else place.current?.leave();
      setState(isHere ? { is: "here", address: sent.address } : { is: "lost", ...sent });
      settle(id, isHere ? "here" : "lost");
    });
  }, [id, file, isTurn, attempt, settle]);

  const giveUp = () => way.current?.abort();
  const tryAgain = () => {
    setState({ is: "coming", share: 0 });
    settle(id, "coming");
    setAttempt((before) => before + 1);
  };
  return { state, place, giveUp, tryAgain };
}
