import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PostForm } from "#/components/posts/post-form";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import { api } from "../../api";
import { Frame } from "../../frame";
import { type Asked, one } from "../../found";
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
  closeDays: null,
  published: false,
} as const;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The beginning of a post that answers another one, with the way to it; nothing where that is not for this writer. */
async function answering(key: string): Promise<string> {
  const post = await (await api()).posts.byKey({ key }).catch(() => null);
  return post ? `In answer to [${post.title.replaceAll(/[\\[\]]/g, "\\$&")}](${post.href}):\n\n` : "";
}

export default async function WritePage({ searchParams }: { searchParams: Asked }) {
  const search = await searchParams;
  const [asked, answer] = [one(search.draft) ?? "", one(search.answer)];
  const kept = uuid.test(asked) ? { draft: asked } : null;
  const query = kept ?? (answer ? { answer } : null);
  await signedIn(query ? `/write?${new URLSearchParams(query)}` : "/write");
  const { posts, drafts } = await api();
  const begun = kept ? await drafts.at({ place: `new/${asked}` }) : null;
  const once = begun?.form ?? randomUUID();
  // What answers a post, or was begun before, is apart from what this device has of a new one.
  const place = begun || answer ? `new/${begun ? asked : once}` : "new";
  return (
    <Frame current="write">
      <PageHead title="Write">
        At the length it needs. Nothing is shown to anybody before you publish it.{" "}
        <TextLink href="/drafts">Your drafts</TextLink>
      </PageHead>
      {!begun && !answer && <Begun drafts={await drafts.begun()} />}
      <PostForm
        action={writePost}
        place={place}
        fields={{ once }}
        post={answer && !begun ? { ...blank, source: await answering(answer) } : blank}
        room={await posts.room()}
        waits={begun !== null}
      />
    </Frame>
  );
}

type Draft = { href: string; title: string; line: string; savedAt: Date };

/** The newest post that was begun on whatever device, and neither kept nor published. */
function Begun({ drafts: [latest] }: { drafts: readonly Draft[] }) {
  if (!latest) return null;
  return (
    <div className="mb-6">
      <Notice>
        You began “{latest.title || latest.line}” <Time at={latest.savedAt} />.{" "}
        <TextLink href={latest.href}>Go on with it</TextLink>
      </Notice>
    </div>
  );
}
