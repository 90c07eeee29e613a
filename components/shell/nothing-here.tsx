"use client";

import { PlainState } from "./plain-state";

const ways = [
  ["/", "To the front page"],
  ["/comments", "What people say just now"],
  ["/search", "Search"],
] as const;

/** The page of an address that leads nowhere. Every page carries it twice in its data, so there it is only named. */
export const NothingHere = () => (
  <PlainState title="There is nothing at this address" ways={ways}>
    <p>It may never have been, it may have been taken back by its author, or it may not be for you to see.</p>
  </PlainState>
);
