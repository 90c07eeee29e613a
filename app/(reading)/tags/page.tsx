import type { Metadata } from "next";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { EmptyState } from "#/components/ui/states";
import { api } from "../../api";
import { Frame } from "../../frame";
import { Sidebar } from "../sidebar";

export const metadata: Metadata = { title: "All tags", alternates: { canonical: "/tags" } };

/** Everything posts here are about, as far as this reader may read them. */
export default async function TagsPage() {
  const tags = await (await api()).posts.tags();
  return (
    <Frame sidebar={<Sidebar />}>
      <PageHead title="All tags">What the posts here are about, the most used first.</PageHead>
      {tags.length === 0 ? (
        <EmptyState title="No post has a tag yet" next={<ButtonLink href="/">To the front page</ButtonLink>}>
          <p>Tags are given where a post is written.</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {tags.map(({ slug, name, many }) => (
            <li key={slug}>
              <a className="link" href={`/t/${encodeURIComponent(slug)}`}>
                <bdi>{name}</bdi>
              </a>{" "}
              <span className="text-small text-soft">
                {many.toLocaleString("en")} {many === 1 ? "post" : "posts"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
