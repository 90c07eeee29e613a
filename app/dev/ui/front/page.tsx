import { Shell } from "#/components/shell/shell";
import { ButtonLink } from "#/components/ui/button";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { Time } from "#/components/ui/time";
import { site, viewer } from "../people";
import { Recent } from "../recent";

const posts = [
  [
    "What a letter is for",
    "Candy Moreau",
    "2026-11-20T18:30:00Z",
    "My grandmother answered every letter on the day it came, at the kitchen table, with the envelope propped against the sugar. She did not call it keeping in touch. She called it clearing up.",
    "10 comments by 7 people",
  ],
  [
    "A year without a telephone",
    "Noor Haddad",
    "2026-11-14T07:05:00Z",
    "It began as a broken screen and a dislike of shops. By the second week I had noticed that I knew which of my neighbours whistled.",
    "34 comments by 12 people",
  ],
  [
    "Is what you are doing really networking?",
    "Candy Moreau",
    "2026-11-09T16:00:00Z",
    "“Friend me!” “So-and-so would like to add you to their network.” Do these sound familiar? The time of building a business by hard work and a lot of shaking of hands is a thing of the past. Or is it?",
    "2 comments by 1 person",
  ],
  [
    "Notes from the allotment, in which nothing is harvested",
    "Dag Ferreira",
    "2026-10-30T06:45:00Z",
    "The slugs have had the lettuce, the pigeons have had the brassicas, and I have had, I think, the time of my life.",
    "No comments yet",
  ],
] as const;

export default function FrontSample() {
  return (
    <Shell viewer={viewer} site={site} current="front" sidebar={<Recent />}>
      <PageHead title={site.tagline} />
      <ol className="spread">
        {posts.map(([title, author, at, words, talk]) => (
          <li key={title} className="post-item spread">
            <h2>
              <a href="/dev/ui/post">{title}</a>
            </h2>
            <p className="post-item-when hang">
              <Time at={at} how="date" />
            </p>
            <p className="post-item-words">{words}</p>
            <p className="post-item-by">
              <a href="#m">{author}</a> · {talk}
            </p>
          </li>
        ))}
      </ol>
      <div>
        <Pager of="Posts" older="#older" />
        <p className="form-acts mt-8">
          <ButtonLink variant="primary" href="#write">
            Write something
          </ButtonLink>
        </p>
      </div>
    </Shell>
  );
}
