import { ButtonLink } from "#/components/ui/button";

export type Tab = { href: string; words: string; here: boolean };

/** The lists beside this one, as links. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="mb-6">
      <ul className="form-acts">
        {tabs.map(({ href, words, here }) => (
          <li key={href}>
            <ButtonLink small href={href} variant={here ? "primary" : "quiet"} aria-current={here ? "page" : undefined}>
              {words}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
