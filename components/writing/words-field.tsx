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
import { useKeptWords } from "./kept-words";

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

/** Room for words: kept on this device key by key, counted towards the end, sent by Ctrl or Cmd and Enter. */
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
}: WordsFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { answer } = useAnswer();
  const typed = answer?.typed.source ?? words;
  const [left, setLeft] = useState(() => leftOver(typed, limit));
  const { restoredAt, discard } = useKeptWords(area, place, keeps);
  const desk = useDesk(area);
  const error = answer?.problems.source;

  return (
    <>
      <Field id={id} label={label} hint={hint} error={error} counter={left && <span aria-live="polite">{left}</span>}>
        {(wires) => (
          <div className="writing" onFocus={desk.open} onDragEnter={desk.open}>
            <div className="tools-place js-only">
              {desk.here && <desk.here.Desk area={desk.here.area} room={room} postKey={postKey} />}
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
      {restoredAt && (
        <p className="field-hint" role="status">
          Restored from {restoredAt.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}, as you left it
          on this device.{" "}
          <button type="button" className="link" onClick={discard}>
            Discard it
          </button>
        </p>
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

type Here = { Desk: ComponentType<DeskProps>; area: HTMLTextAreaElement };

/** What helps to write comes when somebody begins to: on focus, or at once where the field has it already. */
function useDesk(area: RefObject<HTMLTextAreaElement | null>) {
  const [here, setHere] = useState<Here | null>(null);
  const asked = useRef(false);
  const open = useCallback(() => {
    const { current } = area;
    if (asked.current || !current) return;
    asked.current = true;
    import("./desk").then(
      ({ Desk }) => setHere({ Desk, area: current }),
      () => {
        asked.current = false;
      },
    );
  }, [area]);
  useEffect(() => {
    if (document.activeElement === area.current) open();
  }, [area, open]);
  return { here, open };
}
