import type { Metadata } from "next";
import { Deleting } from "#/components/posts/deleting";
import { TRPCError } from "@trpc/server";
import { ButtonLink } from "#/components/ui/button";
import { Refused } from "#/components/ui/states";
import { api } from "../../../../api";
import { found } from "../../../../found";
import { Frame } from "../../../../frame";
import { signedIn } from "../../../../guards";
import { deleteComment, undoDeleteComment } from "../../../p/actions";

export const metadata: Metadata = { title: "Delete your comment" };

async function commentToDelete(key: string) {
  try {
    return await found((await api()).comments.toDelete({ key }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}

export default async function DeleteCommentPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  await signedIn(`/c/${key}/delete`);
  const comment = await commentToDelete(key);
  return (
    <Frame>
      {comment ? (
        <Deleting
          what="comment"
          thing={{
            ...comment,
            name: `Your comment on “${comment.post.title}”`,
            words: comment.excerpt,
            back: comment.href,
          }}
          stays="Its place stays, and so does what others answered to it."
          erase={deleteComment}
          undo={undoDeleteComment}
        />
      ) : (
        <Refused
          level={1}
          title="This is somebody else's comment"
          next={<ButtonLink href={`/c/${key}`}>To the comment</ButtonLink>}
        >
          <p>Only its author can delete it. If it should not be here, you can report it.</p>
        </Refused>
      )}
    </Frame>
  );
}
