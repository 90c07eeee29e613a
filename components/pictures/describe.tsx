"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

type DescribeProps = {
  id: string;
  address: string;
  name: string;
  /** Puts words beside the picture; with `andGoOn` the caret goes behind it. */
  describe: (words: string, andGoOn: boolean) => void;
  done: () => void;
};

/** Asks what a picture shows, for those who do not see it. Nothing at all is an answer too, when it is meant. */
export function Describe({ address, name, describe, done }: DescribeProps) {
  const id = useId();
  const [words, setWords] = useState("");
  const finish = (said: string) => {
    describe(said, true);
    done();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (words.trim() !== "") finish(words);
  };
  return (
    <div className="upload-here">
      <img src={`${address}?w=480`} alt="" />
      <div className="field">
        <label className="field-label" htmlFor={id}>
          What does it show?
        </label>
        <p className="field-hint" id={`${id}-hint`}>
          For people who do not see it: what they would miss, in a sentence.
        </p>
        <Input
          id={id}
          aria-describedby={`${id}-hint`}
          dir="auto"
          maxLength={500}
          autoComplete="off"
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={onKey}
          onBlur={() => words.trim() !== "" && describe(words, false)}
        />
        <div className="form-acts">
          <Button small onClick={() => words.trim() !== "" && finish(words)}>
            Done
          </Button>
          <Button small onClick={() => finish("")}>
            It only decorates
          </Button>
        </div>
        <p className="sr-only" role="status">
          {name} is here. Please say what it shows.
        </p>
      </div>
    </div>
  );
}
