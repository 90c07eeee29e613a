"use client";

import { OurMistake } from "#/components/shell/our-mistake";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <OurMistake reference={error.digest} />;
}
