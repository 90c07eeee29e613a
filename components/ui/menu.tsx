import clsx from "clsx";
import type { ReactNode } from "react";
import { MenuManners } from "./menu-manners";

type MenuProps = {
  /** Words, or a picture with `VisuallyHidden` words: its accessible name is what stands in it. */
  label: ReactNode;
  align?: "start" | "end" | undefined;
  /** Links and buttons, each in an `<li>`. */
  children: ReactNode;
};

/** A few more things to do, folded away: `<details>`, so it opens without a script; with one, Escape closes it. */
export function Menu({ label, align = "start", children }: MenuProps) {
  return (
    <details className="menu" name="menu">
      <summary>{label}</summary>
      <ul className={clsx("menu-list", align === "end" && "menu-list--end")}>{children}</ul>
      <MenuManners />
    </details>
  );
}
