import type { Outputs } from "#/server/api/types";
import { countWords } from "../comments/count-words";
import { Badge } from "../ui/badge";
import { Time } from "../ui/time";
import { VisuallyHidden } from "../ui/visually-hidden";
import { audienceWords } from "./words";

export type ListedPost = Outputs["posts"]["front"]["items"][number];
export type Counts = Outputs["comments"]["counts"];

/** One post in a list: when, what, how it begins, who wrote it, and how many answered. */
export function PostItem({ post, counts, pinned }: { post: ListedPost; counts: Counts; pinned?: boolean }) {
  const { title, href, author, excerpt, publishedAt, audience, hidden, tags } = post;
  return (
    <li className="post-item spread h-entry">
      <h2 dir="auto" className="p-name">
        <a className="u-url" href={href}>
          {title || "Without a title"}
        </a>
      </h2>
      {publishedAt && (
        <p className="post-item-when hang">
          <Time at={publishedAt} how="date" className="dt-published" /> {pinned && <strong>Pinned</strong>}
        </p>
      )}
      <p className="post-item-words p-summary" dir="auto">
        {excerpt}
      </p>
      <p className="post-item-by">
        <a className="p-author h-card" href={`/m/${author.handle}`}>
          <bdi>{author.name}</bdi>
        </a>{" "}
        · <a href={`${href}#comments`}>{countWords(counts[post.id])}</a>
        <New many={counts[post.id]?.fresh ?? 0} href={href} />
        {tags.length > 0 && " · "}
        {tags.map(({ slug, name }, place) => (
          <span key={slug}>
            {place > 0 && ", "}
            <a className="p-category" href={`/t/${encodeURIComponent(slug)}`}>
              <bdi>{name}</bdi>
            </a>
          </span>
        ))}{" "}
        {audience !== "everyone" && <Badge>{audienceWords[audience]}</Badge>}
        {hidden && <Badge tone="warning">Hidden{hidden.rule ? `: ${hidden.rule}` : ""}</Badge>}
      </p>
    </li>
  );
}

/** How many comments came since its reader was last there, leading to the first of them. */
const New = ({ many, href }: { many: number; href: string }) =>
  many > 0 && (
    <>
      {" "}
      <a className="badge badge--accent" href={`${href}?new#new`}>
        {many.toLocaleString("en")} new<VisuallyHidden> comments since your last visit</VisuallyHidden>
      </a>
    </>
  );
