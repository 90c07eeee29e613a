import type { ReactNode } from "react";
import { Mark } from "./mark";

type Props = { title: string; children: ReactNode; ways: readonly (readonly [href: string, words: string])[] };

/**
 * A page without a shell, for when nothing is known of the reader: a missing page, a mistake of ours. What it is made of
 * comes along with every page, in case: so it leans on nothing but the mark.
 */
export const PlainState = ({ title, children, ways }: Props) => (
  <main className="plain-page" id="main">
    <div className="state">
      <Mark />
      <h1>{title}</h1>
      {children}
      <p className="form-acts">
        {ways.map(([href, words], place) => (
          <a key={href} className={place === 0 ? "button button--primary" : "button button--quiet"} href={href}>
            {words}
          </a>
        ))}
      </p>
    </div>
  </main>
);
