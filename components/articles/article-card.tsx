import clsx from "clsx";
import type { ReactNode } from "react";
import type { Outputs } from "#/server/api/types";
import { TextLink } from "../ui/text-link";
import { Time } from "../ui/time";

type CardProps = {
  article: Article;
  /** Stands above a post that answers it, and leads to the others who do. */
  answered?: boolean;
  children?: ReactNode;
};
type Article = NonNullable<Outputs["articles"]["answers"]["article"]>;

/** A stranger's page is followed as a link in somebody's words is. */
const rel = "ugc nofollow noopener";

/** An article elsewhere, in its own words as far as it has any. Nothing of it is loaded from there. */
export function ArticleCard({ article, answered = false, children }: CardProps) {
  const { address, url, host, title, excerpt, state } = article;
  return (
    <aside className={clsx("article-card h-cite", answered && "u-in-reply-to")} aria-label="The article">
      <p className="article-about">{answered ? "In answer to" : "The article"}</p>
      <p className="article-title" dir="auto">
        <a className="u-url p-name" href={address} rel={rel}>
          {state === "found" ? title : shortened(address)}
        </a>
      </p>
      {state === "found" && <Source article={article} />}
      {state === "found" && excerpt && (
        <p className="article-words p-summary" dir="auto">
          {excerpt}
        </p>
      )}
      {state === "waiting" && <p className="article-source">{host} is being asked what it says of itself.</p>}
      {answered && (
        <div className="article-acts">
          <TextLink href={`/answers?${new URLSearchParams({ url })}`}>Everything here about it</TextLink>
          {children}
        </div>
      )}
    </aside>
  );
}

/** Who published it, who wrote it and when, as far as it says so. */
function Source({ article: { site, host, author, writtenAt } }: { article: Article }) {
  return (
    <p className="article-source">
      <bdi>{site || host}</bdi>
      {site && site !== host && ` (${host})`}
      {author && (
        <>
          {" · "}
          <bdi className="p-author">{author}</bdi>
        </>
      )}
      {writtenAt && (
        <>
          {" · "}
          <Time at={writtenAt} how="date" />
        </>
      )}
    </p>
  );
}

const longest = 80;

/** An address as people read one. */
export function shortened(address: string): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain;
}
