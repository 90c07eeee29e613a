import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { PinForms } from "#/components/posts/pinning";
import { PostHead, PostView } from "#/components/posts/post-view";
import type { Skip } from "#/components/shell/types";
import { viewerNow } from "#/server/auth/viewer";
import { api } from "../../../../api";
import { canonicalOf } from "../../../../canonical";
import { type Asked, found, one } from "../../../../found";
import { Frame } from "../../../../frame";
import { decoded } from "../../../decoded";
import { named } from "../../../../cards/named";
import { Answered } from "../answered";
import { Sidebar } from "../../../sidebar";
import { pin } from "../../pin";
import { type Post, postOf, queryOf } from "../post";
import { Context } from "./context";
import { Conversation } from "./conversation";
import { Pinned } from "./pinned";

/** Whether a guest may read it too: only then it has a card. */
const isForEverybody = ({ audience, publishedAt, hidden }: Post) =>
  audience === "everyone" && publishedAt !== null && hidden === null;

type Props = { params: Promise<{ key: string; slug: string }>; searchParams: Asked };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const post = await postOf((await params).key);
  const { key, title, excerpt, href, author, audience, publishedAt, editedAt, tags } = post;
  const canonical = canonicalOf(href, await searchParams);
  // What follows is for programs that show a link elsewhere: they read as nobody, and no member's page need carry it.
  if (await viewerNow()) return { title, alternates: { canonical } };
  const site = await (await api()).settings.site();
  return {
    title,
    description: excerpt,
    authors: [{ name: author.name, url: `/m/${author.handle}` }],
    alternates: {
      canonical,
      types: { "application/atom+xml": [{ url: `/p/${key}/comments.atom`, title: `Comments on ${title}` }] },
    },
    openGraph: {
      type: "article",
      siteName: site.title,
      url: href,
      title,
      description: excerpt,
      publishedTime: publishedAt?.toISOString(),
      modifiedTime: (editedAt ?? publishedAt)?.toISOString(),
      authors: [`/m/${author.handle}`],
      tags: tags.map(({ name }) => name),
      ...(isForEverybody(post) && { images: named(`/p/${key}/card.png`, `${title}, by ${author.name}`) }),
    },
    ...(audience === "everyone" ? {} : { robots: { index: false } }),
  };
}

const receivedBy = async (key: string) => found((await api()).reactions.ofPost({ key }));

/** The ways past the words of the post, as far as there is something to arrive at. */
function skipsOf(post: Post, { c, reply }: Awaited<Asked>): Skip[] {
  if (!post.publishedAt) return [];
  const { comment, commentOnceSignedIn } = post.mayAnswer;
  const skips: Skip[] = [{ to: "#comments", label: "Skip to the comments" }];
  if (c && reply !== undefined) skips.push({ to: "#reply", label: "Skip to your reply" });
  else if (!c && (comment || commentOnceSignedIn)) skips.push({ to: "#comment", label: "Skip to the comment form" });
  return skips;
}

export default async function PostPage({ params, searchParams }: Props) {
  const [{ key, slug }, asked] = [await params, await searchParams];
  const post = await postOf(key);
  if (decoded(slug) !== post.slug) permanentRedirect(`${post.href}${queryOf(asked)}`);
  const comment = one(asked.c);
  return (
    <Frame root="h-entry" sidebar={<Sidebar />} skips={skipsOf(post, asked)}>
      <Pinned post={post} did={one(asked.pin)} place={one(asked.place)} />
      {comment ? (
        <PostHead post={post} />
      ) : (
        <PostView
          post={post}
          received={await receivedBy(key)}
          above={<Answered post={post} />}
          acts={<PinForms post={post} action={pin} />}
        />
      )}
      {comment ? (
        <Context
          post={post}
          comment={comment}
          replies={asked.reply !== undefined}
          cursor={one(asked.cursor)}
          told={asked.told !== undefined}
        />
      ) : (
        <Conversation
          post={post}
          order={one(asked.order)}
          once={asked.once !== undefined}
          cursor={one(asked.cursor)}
          mentions={one(asked.mentions)}
          toNew={asked.new !== undefined}
          at={one(asked.at)}
          told={asked.told !== undefined}
        />
      )}
    </Frame>
  );
}
