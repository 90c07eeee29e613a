"use client";

import {
  type ComponentType,
  createElement,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { useAnswer } from "../client/act-form";
import { Field } from "../ui/field";
import { TextArea } from "../ui/text-area";
import type { DeskProps } from "./desk";
import type { FootProps } from "./foot";
import { useKeptWords } from "./kept-words";
import { RestoredNote } from "./restored";

type WordsFieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  room: "comment" | "post";
  /** What stands in it at first. */
  words?: string;
  /** The most characters, in Unicode code points. */
  limit: number;
  /** What the words are for, on this device. */
  place: string;
  /** The fields that are kept with them. */
  keeps?: readonly string[];
  autoFocus?: boolean;
  /** The post that is answered. */
  postKey?: string | undefined;
  /** Nobody is signed in: nothing is kept on the server. */
  guest?: boolean;
  /** Words of theirs wait on the server. */
  waits?: boolean;
  /** What is offered where the words are too many, and where they cannot be said here any more. */
  ways?: { tooMany: ReactNode; elsewhere?: ReactNode };
};

/** From this part of the limit on the field says how much is left. */
const counts = 0.8;

const codePoints = (text: string): number => text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

function leftOver(text: string, limit: number): string | null {
  if (text.length < limit * counts) return null;
  const left = limit - codePoints(text);
  if (left > limit * (1 - counts)) return null;
  const many = `${Math.abs(left).toLocaleString("en")} ${Math.abs(left) === 1 ? "character" : "characters"}`;
  return left >= 0 ? `${many} left` : `${many} too many`;
}

/** Room for words: kept key by key, counted towards the end, sent by Ctrl or Cmd and Enter. */
export function WordsField({
  id,
  label,
  hint,
  room,
  words = "",
  limit,
  place,
  keeps = ["source"],
  autoFocus,
  postKey,
  guest = false,
  waits = false,
  ways,
}: WordsFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { answer } = useAnswer();
  const typed = answer?.typed.source ?? words;
  const [left, setLeft] = useState(() => leftOver(typed, limit));
  const { restored, setRestored, discard } = useKeptWords(area, place, keeps);
  const desk = useDesk(area, waits || answer?.signIn || answer?.waits);
  const error = answer?.problems.source;
  const Desk = desk.here?.Desk;
  const Foot = desk.here?.Foot;

  return (
    <>
      <Field id={id} label={label} hint={hint} error={error} counter={left && <span aria-live="polite">{left}</span>}>
        {(wires) => (
          <div className="writing" onFocus={desk.open} onDragEnter={desk.open}>
            <div className="tools-place js-only">
              {desk.here && Desk && <Desk area={desk.here.area} room={room} postKey={postKey} />}
            </div>
            {createElement(
              "text-expander",
              { keys: "@ :" },
              <TextArea
                {...wires}
                ref={area}
                name="source"
                room={room}
                required={false}
                defaultValue={typed}
                autoFocus={autoFocus}
                readOnly={answer?.waits ?? false}
                onKeyDown={sendByKey}
                onInput={(event) => setLeft(leftOver(event.currentTarget.value, limit))}
              />,
            )}
          </div>
        )}
      </Field>
      <noscript>
        <p className="field-hint">
          Pictures are added on{" "}
          <a href="/pictures" target="_blank">
            a page of their own
          </a>
          , which gives the line to put here.
        </p>
      </noscript>
      {left?.endsWith("too many") ? ways?.tooMany : answer?.elsewhere && ways?.elsewhere}
      {desk.here && Foot ? (
        <Foot
          area={desk.here.area}
          place={place}
          names={keeps}
          guest={guest}
          restored={restored}
          setRestored={setRestored}
          discard={discard}
        />
      ) : (
        restored && <RestoredNote restored={restored} discard={discard} />
      )}
    </>
  );
}

function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const form = event.currentTarget.form;
  form?.requestSubmit(form.querySelector<HTMLButtonElement>("button[data-sends]"));
}

type Here = { Desk: ComponentType<DeskProps>; Foot: ComponentType<FootProps>; area: HTMLTextAreaElement };

/** What helps to write comes when somebody begins to: on focus, or at once where something waits for it. */
function useDesk(area: RefObject<HTMLTextAreaElement | null>, atOnce: boolean | undefined) {
  const [here, setHere] = useState<Here | null>(null);
  const asked = useRef(false);
  const open = useCallback(() => {
    const { current } = area;
    if (asked.current || !current) return;
    asked.current = true;
    import("./desk").then(
      ({ Desk, Foot }) => setHere({ Desk, Foot, area: current }),
      () => {
        asked.current = false;
      },
    );
  }, [area]);
  useEffect(() => {
    if (atOnce || document.activeElement === area.current) open();
  }, [area, open, atOnce]);
  return { here, open };
}
