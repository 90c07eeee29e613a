import type { ReactNode } from "react";
import { Notice } from "#/components/ui/notice";

type Props = { id: string; title: string; done?: string | undefined; children: ReactNode };

/** One matter on the settings page, with its own address, and what was just kept. */
export function SettingsSection({ id, title, done, children }: Props) {
  return (
    <section className="mb-12 grid gap-4" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {done && <Notice tone="success">{done}</Notice>}
      {children}
    </section>
  );
}
