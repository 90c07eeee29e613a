import type { ReactNode } from "react";
import { TextLink } from "#/components/ui/text-link";

const ways: [string, ReactNode][] = [
  ["garden party", "both words, in any of their forms"],
  ['"garden party"', "exactly so, side by side"],
  ["garden OR orchard", "either of the two"],
  ["garden -party", "the one without the other"],
  ["gard*", "every word that begins so"],
  ["from:candy", "what one member wrote; from:me is you"],
  ["tag:work", "under posts about something"],
  ["answers:https://example.com/an-article", "what answers or links an article elsewhere"],
  ["after:2025 before:2026-03", "between two dates"],
  ["in:posts", "posts alone, or in:comments, or in:network"],
];

/** Everything the box understands, each as a search to try. */
export function HowToSearch({ title }: { title: string }) {
  return (
    <section aria-labelledby="how">
      <h2 className="section-head" id="how">
        {title}
      </h2>
      <dl className="search-ways">
        {ways.map(([typed, words]) => (
          <div key={typed}>
            <dt>
              <TextLink href={`/search?q=${encodeURIComponent(typed)}`}>
                <code>{typed}</code>
              </TextLink>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
