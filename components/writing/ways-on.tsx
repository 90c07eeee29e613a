import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

type Way = { value: "parts" | "post"; words: string };
const inParts: Way = { value: "parts", words: "Send it in parts" };
const asPost: Way = { value: "post", words: "Make it a post of its own" };

/** Ways to send what is typed that work without a script as well. */
const Ways = ({ of, children }: { of: readonly Way[]; children: ReactNode }) => (
  <Notice tone="warning">
    {children}
    <span className="form-acts mt-2">
      {of.map(({ value, words }) => (
        <Button key={value} small type="submit" name="intent" value={value}>
          {words}
        </Button>
      ))}
    </span>
  </Notice>
);

type TooMany = {
  most: number;
  /** Whether it is the next part of a comment that is there already. */
  goesOn: boolean;
};

/** What may become of words that are too long for one comment. */
export const WaysOn = ({ most, goesOn }: TooMany) => (
  <Ways of={goesOn ? [inParts] : [inParts, asPost]}>
    {goesOn
      ? "This is more than one part holds. Nothing is cut: it can be several."
      : "This is more than one comment holds. Nothing is cut: it can be one comment in parts, or a post of its own."}
    <input type="hidden" name="most" value={most} />
  </Ways>
);

/** The same for whoever is not signed in: the ways on are for members. */
export const WaysOnceIn = () => (
  <Notice tone="warning">
    This is more than one comment holds. Nothing is cut: once you are signed in it can be one comment in parts, or a
    post of its own. What you have written comes with you.
  </Notice>
);

/** What may become of words that cannot be said here any more. */
export const WayOut = () => <Ways of={[asPost]}>What you have written is kept, and can stand elsewhere.</Ways>;
