import clsx from "clsx";
import type { ReactNode } from "react";
import { MenuManners } from "./menu-manners";

type MenuProps = {
  label: ReactNode;
  /** What is read out, when the label alone would not say it. */
  name?: string | undefined;
  align?: "start" | "end" | undefined;
  /** Links and buttons, each in an `<li>`. */
  children: ReactNode;
};

/** A few more things to do, folded away: `<details>`, so it opens without a script; with one, Escape closes it. */
export function Menu({ label, name, align = "start", children }: MenuProps) {
  return (
    <details className="menu" name="menu">
      <summary aria-label={name}>{label}</summary>
      <ul className={clsx("menu-list", align === "end" && "menu-list--end")}>{children}</ul>
      <MenuManners />
    </details>
  );
}
