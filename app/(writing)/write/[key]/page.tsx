import type { Metadata } from "next";
import { PostForm } from "#/components/posts/post-form";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { ZonedTime } from "#/components/ui/zoned-time";
import { api } from "../../../api";
import { found } from "../../../found";
import { Frame } from "../../../frame";
import { signedIn } from "../../../guards";
import { editPost } from "../actions";
import { NotYours, orNull } from "./not-yours";

export const metadata: Metadata = { title: "Edit" };

export default async function EditPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  await signedIn(`/write/${key}`);
  const post = await orNull(found((await api()).posts.toEdit({ key })));
  if (!post) return <NotYours postKey={key} />;
  const { room, href, publishedAt, plannedFor, plannedZone, format } = post;
  return (
    <Frame current="write">
      <PageHead title={publishedAt ? "Edit your post" : "Your draft"}>
        {publishedAt ? (
          <TextLink href={href}>As it is read now</TextLink>
        ) : plannedFor ? (
          <>
            Planned for <ZonedTime at={plannedFor} zone={plannedZone ?? "UTC"} />. Until then only you can read it.
          </>
        ) : (
          "Only you can read it until you publish it."
        )}{" "}
        <TextLink href={`/write/${key}/delete`}>Delete</TextLink>
        {format === "html" && " It came from another site and is kept as HTML."}
      </PageHead>
      <PostForm
        action={editPost}
        place={`post/${key}`}
        waits
        fields={{ key }}
        post={{ ...post, published: publishedAt !== null, planned: plannedFor !== null }}
        room={room}
      />
    </Frame>
  );
}
