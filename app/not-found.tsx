import type { Metadata } from "next";
import { PlainPage } from "#/components/shell/plain-page";
import { ButtonLink } from "#/components/ui/button";
import { EmptyState } from "#/components/ui/states";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <PlainPage>
      <EmptyState
        level={1}
        title="There is nothing at this address"
        next={
          <>
            <ButtonLink variant="primary" href="/">
              To the front page
            </ButtonLink>
            <ButtonLink href="/comments">What people say just now</ButtonLink>
            <ButtonLink href="/search">Search</ButtonLink>
          </>
        }
      >
        <p>It may never have been, it may have been taken back by its author, or it may not be for you to see.</p>
      </EmptyState>
    </PlainPage>
  );
}
