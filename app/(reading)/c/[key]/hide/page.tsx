import type { Metadata } from "next";
import type { Search } from "#/app/(tending)/asked";
import { Judge } from "#/app/(tending)/queue/judge";

export const metadata: Metadata = { title: "Judge a comment", robots: { index: false } };

type Props = { params: Promise<{ key: string }>; searchParams: Search };

export default async function JudgeComment({ params, searchParams }: Props) {
  return <Judge thing={{ comment: (await params).key }} search={searchParams} />;
}
