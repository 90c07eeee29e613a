"use client";

import { PlainPage } from "#/components/shell/plain-page";
import { Broken } from "#/components/ui/states";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <PlainPage>
      <Broken level={1} title="Something went wrong on our side" reference={error.digest} />
    </PlainPage>
  );
}
