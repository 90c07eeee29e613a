"use client";

import { OurMistake } from "#/components/shell/our-mistake";
import "./globals.css";

/** The last page there is: the document itself could not be made, so this one brings its own. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>Something went wrong</title>
      </head>
      <body>
        <OurMistake reference={error.digest} />
      </body>
    </html>
  );
}
