import type { Metadata } from "next";
import type { Search } from "#/app/(tending)/asked";
import { Judge } from "#/app/(tending)/queue/judge";

export const metadata: Metadata = { title: "Judge a post", robots: { index: false } };

type Props = { params: Promise<{ key: string }>; searchParams: Search };

export default async function JudgePost({ params, searchParams }: Props) {
  return <Judge thing={{ post: (await params).key }} search={searchParams} />;
}
