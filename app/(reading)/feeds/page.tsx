import type { Metadata } from "next";
import { PageHead } from "#/components/ui/page-head";
import { Prose } from "#/components/ui/prose";
import { feedLinks } from "../../feeds/links";
import { Frame } from "../../frame";

export const metadata: Metadata = {
  title: "Web feeds",
  alternates: { canonical: "/feeds", types: feedLinks("/posts", "Posts") },
};

/** One feed in its three languages. */
const Feed = ({ of, path }: { of: string; path: string }) => (
  <li>
    {of}: <a href={`${path}.atom`}>Atom</a>, <a href={`${path}.rss`}>RSS</a>, <a href={`${path}.json`}>JSON Feed</a>
  </li>
);

/** Where people find the feeds, and what is in them. */
export default function FeedsPage() {
  return (
    <Frame>
      <PageHead title="Web feeds">Read what is new here in a program of your choice, without coming by.</PageHead>
      <Prose>
        <h2>Of the whole site</h2>
        <ul>
          <Feed of="All posts" path="/posts" />
          <Feed of="All comments" path="/comments" />
        </ul>
        <h2>Of a member, a subject, a post</h2>
        <p>
          Give your reading program the address of a member’s page, of a subject or of a post: it finds the feed by
          itself. By hand, put one of these behind the address:
        </p>
        <ul>
          <li>
            behind a member’s or a subject’s: <code>/posts.atom</code>, <code>/posts.rss</code> or{" "}
            <code>/posts.json</code>
          </li>
          <li>
            behind the short address of a post (<code>/p/</code> and ten letters): <code>/comments.atom</code>,{" "}
            <code>/comments.rss</code> or <code>/comments.json</code>
          </li>
        </ul>
        <p>
          Posts and comments are whole, newest first, up to thirty of them, as far as everyone may read them. What is
          hidden or deleted is gone from the feed at once.
        </p>
        <h2>With your own eyes</h2>
        <p>
          A member can have private feeds, with everything they may read here, what is for members or for their network
          too. Their addresses are secret and made in <a href="/settings#private-feeds">your settings</a>.
        </p>
      </Prose>
    </Frame>
  );
}
