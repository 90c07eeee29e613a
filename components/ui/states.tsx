import type { ReactNode } from "react";
import { Mark } from "#/components/shell/mark";
import { ButtonLink } from "./button";

type StateProps = { title: ReactNode; children?: ReactNode; level?: 1 | 2 | undefined };

function State({ title, children, level = 2, acts }: StateProps & { acts?: ReactNode }) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="state">
      <Mark />
      <Heading>{title}</Heading>
      {children}
      {acts && <p className="form-acts">{acts}</p>}
    </div>
  );
}

/** Nothing here yet: what will be here, and the one next step. */
export function EmptyState({ next, ...rest }: StateProps & { next?: ReactNode }) {
  return <State {...rest} acts={next} />;
}

/** Not for this reader: who can, and why. */
export function Refused({ next, ...rest }: StateProps & { next?: ReactNode }) {
  return <State {...rest} acts={next ?? <ButtonLink href="/">To the front page</ButtonLink>} />;
}
