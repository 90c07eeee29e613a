import type { Metadata } from "next";
import { Composer } from "#/components/comments/composer";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Refused } from "#/components/ui/states";
import { TRPCError } from "@trpc/server";
import { api } from "../../../../api";
import { found } from "../../../../found";
import { Frame } from "../../../../frame";
import { signedIn } from "../../../../guards";
import { editComment } from "../../../p/actions";

export const metadata: Metadata = { title: "Edit your comment" };

async function commentToEdit(key: string) {
  try {
    return await found((await api()).comments.toEdit({ key }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}

export default async function EditCommentPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  await signedIn(`/c/${key}/edit`);
  const comment = await commentToEdit(key);
  return (
    <Frame>
      {comment ? (
        <>
          <PageHead title="Edit your comment">
            On “{comment.post.title}”. It keeps its place, and says that it was edited.
          </PageHead>
          <Composer
            action={editComment}
            fields={{ key }}
            place={`edit/${key}`}
            id="comment"
            label="Your comment"
            name="Edit your comment"
            send="Save"
            limit={comment.limit}
            words={comment.source}
          >
            <ButtonLink href={comment.href}>Cancel</ButtonLink>
          </Composer>
        </>
      ) : (
        <Refused
          level={1}
          title="This is somebody else's comment"
          next={<ButtonLink href={`/c/${key}`}>To the comment</ButtonLink>}
        >
          <p>Only its author can change it.</p>
        </Refused>
      )}
    </Frame>
  );
}
