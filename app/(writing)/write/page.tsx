import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PostForm } from "#/components/posts/post-form";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { api } from "../../api";
import { Frame } from "../../frame";
import { signedIn } from "../../guards";
import { writePost } from "./actions";

export const metadata: Metadata = { title: "Write" };

const blank = {
  title: "",
  source: "",
  tags: [],
  about: "",
  audience: "everyone",
  comments: "open",
  published: false,
} as const;

export default async function WritePage() {
  await signedIn("/write");
  const room = await (await api()).posts.room();
  return (
    <Frame current="write">
      <PageHead title="Write">
        At the length it needs. Nothing is shown to anybody before you publish it.{" "}
        <TextLink href="/drafts">Your drafts</TextLink>
      </PageHead>
      <PostForm action={writePost} place="new" fields={{ once: randomUUID() }} post={blank} room={room} />
    </Frame>
  );
}
