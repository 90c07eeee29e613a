"use client";

import { useState } from "react";
import { Input } from "../ui/input";
import type { Wires } from "../ui/field";

type Props = Wires & { defaultValue: string; known: readonly string[] };

/**
 * Tags with commas between them, completed from those that are here. Without its script the browser's own list completes
 * the first one; with it, every one.
 */
export function TagsInput({ defaultValue, known, ...wires }: Props) {
  const [before, setBefore] = useState(() => beforeTheLast(defaultValue));
  return (
    <>
      <Input
        {...wires}
        name="tags"
        dir="auto"
        list="known-tags"
        defaultValue={defaultValue}
        autoComplete="off"
        onInput={(event) => setBefore(beforeTheLast(event.currentTarget.value))}
      />
      <datalist id="known-tags">
        {known.map((tag) => (
          <option key={tag}>{before + tag}</option>
        ))}
      </datalist>
    </>
  );
}

const beforeTheLast = (text: string): string => {
  const comma = text.lastIndexOf(",");
  return comma < 0 ? "" : `${text.slice(0, comma)}, `;
};
