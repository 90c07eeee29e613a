"use client";

import { PlainPage } from "#/components/shell/plain-page";
import { Broken } from "#/components/ui/states";
import "./globals.css";

/** The last page there is: the document itself could not be made, so this one brings its own. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
      </head>
      <body>
        <PlainPage>
          <Broken level={1} title="Something went wrong on our side" reference={error.digest} />
        </PlainPage>
      </body>
    </html>
  );
}
