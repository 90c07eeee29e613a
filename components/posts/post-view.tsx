import type { ReactNode } from "react";
import type { Outputs } from "#/server/api/types";
import { Island } from "../comments/island";
import { putIsland } from "../comments/islands";
import { Reactions } from "../reactions/reactions";
import type { Received } from "../reactions/words";
import { Mark } from "../shell/mark";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";
import { TextLink } from "../ui/text-link";
import { Time } from "../ui/time";
import { ZonedTime } from "../ui/zoned-time";
import { audienceWords } from "./words";

type Post = Outputs["posts"]["byKey"];

const Meta = ({ post: { href, author, publishedAt, madeAt } }: { post: Post }) => (
  <p className="post-meta hang">
    <a className="p-author h-card" href={`/m/${author.handle}`} rel="author">
      <bdi>{author.name}</bdi>
    </a>{" "}
    <Time at={publishedAt ?? madeAt} how="date" className="dt-published" />
    <data className="u-url" value={href} />
  </p>
);

type PostViewProps = { post: Post; received: Received; above?: ReactNode; acts?: ReactNode };

/** A post, whole. `above` stands over its words: what they answer; `acts` with what can be done with it. */
export function PostView({ post, received, above, acts }: PostViewProps) {
  const { title, html, hidden, publishedAt, plannedFor } = post;
  return (
    <article className="post spread">
      <div className="post-head">
        <h1 dir="auto" className="p-name">
          {title || "Without a title"}
        </h1>
      </div>
      <Meta post={post} />
      {!publishedAt && (
        <Notice tone="warning" title={plannedFor ? "Planned." : "A draft."}>
          {plannedFor ? (
            <>
              It will be published on <ZonedTime at={plannedFor} zone={post.plannedZone ?? "UTC"} />. Until then only
              you can read it.
            </>
          ) : (
            "Only you can read it until you publish it."
          )}
        </Notice>
      )}
      {hidden && (
        <Notice tone="warning" title={`Hidden by a moderator${hidden.rule ? `: ${hidden.rule}` : ""}.`}>
          Only its author and the moderators can read it.
        </Notice>
      )}
      {above}
      <Island island={putIsland(html)} className="prose e-content" dir="auto" />
      <Foot post={post} received={received} acts={acts} />
    </article>
  );
}

function Foot({ post, received, acts }: Omit<PostViewProps, "above">) {
  const { key, href, tags, audience, editedAt, can } = post;
  return (
    <div className="post-foot">
      <Mark />
      <span>
        {audienceWords[audience]}
        {editedAt && (
          <>
            {" · "}
            <TextLink href={`${href}/history`}>
              edited <Time at={editedAt} className="dt-updated" />
            </TextLink>
          </>
        )}
      </span>
      {tags.length > 0 && (
        <span>
          {tags.map(({ slug, name }, place) => (
            <span key={slug}>
              {place > 0 && " · "}
              <TextLink className="p-category" href={`/t/${encodeURIComponent(slug)}`} rel="tag">
                {name}
              </TextLink>
            </span>
          ))}
        </span>
      )}
      {can.edit && <TextLink href={`/write/${key}`}>Edit</TextLink>}
      {can.delete && <TextLink href={`/write/${key}/delete`}>Delete</TextLink>}
      {can.report && <TextLink href={`/report?post=${key}`}>Report</TextLink>}
      {can.hide && <TextLink href={`/p/${key}/hide`}>{post.hidden ? "Unhide" : "Hide"}</TextLink>}
      {acts}
      <Reactions postKey={key} received={received} />
    </div>
  );
}

/** A post in brief, above one of its comments. */
export function PostHead({ post }: { post: Post }) {
  const { href, title, excerpt, audience } = post;
  return (
    <div className="post spread">
      <div className="post-head">
        <h1 dir="auto" className="p-name">
          <a href={href}>{title}</a>
        </h1>
        <p dir="auto" className="mt-3">
          <span className="p-summary">{excerpt}</span> <TextLink href={href}>Read the post</TextLink>{" "}
          {audience !== "everyone" && <Badge>{audienceWords[audience]}</Badge>}
        </p>
      </div>
      <Meta post={post} />
    </div>
  );
}
