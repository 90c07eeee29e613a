import type { CSSProperties } from "react";
import { families } from "./fonts";

/** The light colours of `tokens.css`, which a painter without style sheets cannot look up; a test compares them. */
export const colours = { paper: "#fcf9f5", ink: "#271e1a", soft: "#5f544d", line: "#ded8d1", accent: "#7f2a53" };

/** The lines of a card, in letters that the typeface has; an empty one takes no room. */
export type Lines = {
  /** Small, beside the mark: where this was written. */
  above: string;
  heading: string;
  below: string;
  left: string;
  right: string;
};

/** Cut where its room ends, and with room for what hangs below its last line. */
const atMost = (lines: number): CSSProperties => ({
  display: "block",
  lineClamp: lines,
  overflow: "hidden",
  paddingBottom: "0.3em",
  marginBottom: "-0.3em",
});

const oneLine: CSSProperties = {
  display: "block",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
  paddingBottom: "0.3em",
  marginBottom: "-0.3em",
};

/** The longer a heading, the smaller it is written, in lines that fill the same room: at most 340 pixels. */
function headed(heading: string, hasMore: boolean): CSSProperties {
  const [fontSize, lines] =
    heading.length <= 18 ? [108, 2] : heading.length <= 40 ? [88, 3] : heading.length <= 80 ? [70, 4] : [54, 5];
  const shape = {
    fontSize,
    fontWeight: 600,
    lineHeight: 1.16,
    letterSpacing: "-0.01em",
    wordBreak: "break-word",
  } as const;
  return { ...shape, ...atMost(hasMore ? Math.min(lines, 2) : lines) };
}

const Mark = () => (
  <svg
    width="52"
    height="52"
    viewBox="0 0 24 24"
    fill="none"
    stroke={colours.accent}
    strokeWidth="2.4"
    strokeLinecap="round"
  >
    <path d="M8.5 2.2v5.2M8.5 14.5v7.3" />
    <path d="M20.2 4.2c-1.8 4.6-6.7 6.8-11.7 6.8-3 0-5 1-5 2.9 0 1.7 1.3 2.4 2.3 2.3" />
    <path d="M12.2 14.9c3.2.5 4 5.9 8.1 6.5" />
  </svg>
);

const foot: CSSProperties = {
  display: "flex",
  justifyContent: "space-between",
  borderTop: `2px solid ${colours.line}`,
  paddingTop: 26,
  fontSize: 32,
  color: colours.soft,
};

const sheet: CSSProperties = {
  width: "100%",
  height: "100%",
  display: "flex",
  flexDirection: "column",
  justifyContent: "space-between",
  padding: "64px 80px 52px",
  background: colours.paper,
  color: colours.ink,
  fontFamily: families.join(", "),
};

/** A card as it is painted; every element says how it is laid out, for the painter knows nothing by itself. */
export const Card = ({ above, heading, below, left, right }: Lines) => (
  <div style={sheet}>
    <div style={{ display: "flex", alignItems: "center", gap: 20, fontSize: 36, color: colours.accent, height: 64 }}>
      <Mark />
      <div style={{ ...oneLine, maxWidth: 960 }}>{above}</div>
    </div>
    <div style={{ display: "flex", flexDirection: "column", gap: 24 }}>
      <div style={headed(heading, below !== "")}>{heading}</div>
      {below !== "" && <div style={{ ...atMost(2), fontSize: 40, color: colours.soft }}>{below}</div>}
    </div>
    <div style={foot}>
      <div style={{ ...oneLine, maxWidth: 600, color: colours.ink }}>{left}</div>
      <div style={{ ...oneLine, maxWidth: 400 }}>{right}</div>
    </div>
  </div>
);
