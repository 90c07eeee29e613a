"use client";

import { subscribe } from "@github/paste-markdown";
import { useEffect } from "react";
import { PictureButton } from "../pictures/picture-button";
import { offerCompletion } from "./complete";
import { EmojiButton } from "./emoji-picker";
import { Toolbar } from "./toolbar";

export { Foot } from "./foot";

export type DeskProps = {
  area: HTMLTextAreaElement;
  room: "comment" | "post";
  /** The post that is answered: its people are offered first. */
  postKey?: string | undefined;
};

/** What lies at hand over the words, once somebody begins to write. Loaded then, and never before. */
export function Desk({ area, room, postKey }: DeskProps) {
  useEffect(() => {
    // Links are put on what is selected, tables and formatted text become Markdown; Ctrl or Cmd, Shift and V paste as is.
    const { unsubscribe } = subscribe(area, { defaultPlainTextPaste: { urlLinks: false } });
    return unsubscribe;
  }, [area]);
  useEffect(() => offerCompletion(area, postKey), [area, postKey]);

  return (
    <Toolbar area={area} room={room}>
      {/* More buttons stand here: each a `ToolButton` in a component of its own. */}
      <EmojiButton area={area} />
      <PictureButton area={area} />
    </Toolbar>
  );
}
