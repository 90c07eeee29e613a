import type { ReactNode } from "react";
import { beginLines, code, link, wrap } from "./edit";

/** A button over the words. */
export type Tool = {
  name: string;
  /** What it is called, for those who hear the page and those who point at it. */
  label: string;
  sign: ReactNode;
  /** The key that does the same with Ctrl or Cmd, as `KeyboardEvent.key` in lower case. */
  key?: string;
  /** Only where a post is written. */
  onlyInPosts?: boolean;
  run: (area: HTMLTextAreaElement) => void;
};

/** A small drawing in the colour of the text. */
export const Sign = ({ d }: { d: string }) => (
  <svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
  >
    <path d={d} strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);

/** The tools that only change the words, in the order they stand. */
export const tools: readonly Tool[] = [
  { name: "bold", label: "Bold", sign: <b>B</b>, key: "b", run: (area) => wrap(area, "**") },
  { name: "italic", label: "Italic", sign: <i>I</i>, key: "i", run: (area) => wrap(area, "*") },
  {
    name: "heading",
    label: "Heading",
    sign: <b>H</b>,
    onlyInPosts: true,
    run: (area) => beginLines(area, "## ", /^#{1,6} /),
  },
  {
    name: "link",
    label: "Link",
    sign: (
      <Sign d="M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3l-.8.8M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 0 0 4.3 4.3l.8-.8" />
    ),
    key: "k",
    run: link,
  },
  {
    name: "quote",
    label: "Quote",
    sign: <Sign d="M4 5v10M8 6.5h8M8 10h8M8 13.5h5" />,
    run: (area) => beginLines(area, "> ", /^> ?/),
  },
  {
    name: "list",
    label: "List",
    sign: <Sign d="M4 5.5h.01M4 10h.01M4 14.5h.01M8 5.5h8M8 10h8M8 14.5h8" />,
    run: (area) => beginLines(area, "- ", /^[-*] /),
  },
  { name: "code", label: "Code", sign: <Sign d="M7 6l-4 4 4 4M13 6l4 4-4 4" />, key: "e", run: code },
];
