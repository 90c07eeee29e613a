import type { Metadata } from "next";
import { Deleting } from "#/components/posts/deleting";
import { api } from "../../../../api";
import { found } from "../../../../found";
import { Frame } from "../../../../frame";
import { signedIn } from "../../../../guards";
import { deletePost, undoDeletePost } from "../../actions";
import { NotYours, orNull } from "../not-yours";

export const metadata: Metadata = { title: "Delete your post" };

export default async function DeletePostPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  await signedIn(`/write/${key}/delete`);
  const post = await orNull(found((await api()).posts.toDelete({ key })));
  if (!post) return <NotYours postKey={key} />;
  const { title, href, publishedAt } = post;
  return (
    <Frame>
      <Deleting
        what="post"
        thing={{
          ...post,
          name: title ? `“${title}”` : "A post without a title",
          words: "",
          back: publishedAt ? href : "/drafts",
        }}
        stays={publishedAt ? "It goes with all that was said under it." : "It goes from your drafts."}
        erase={deletePost}
        undo={undoDeletePost}
      />
    </Frame>
  );
}
