import type { Metadata } from "next";
import { RecentList } from "#/components/comments/recent";
import { ConnectButton, type Standing } from "#/components/connections/connect-button";
import { Avatar } from "#/components/ui/avatar";
import { Badge } from "#/components/ui/badge";
import { EmptyState } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import { api } from "../../../api";
import { named } from "../../../cards/named";
import { canonicalOf } from "../../../canonical";
import { feedLinks } from "../../../feeds/links";
import { type Asked, found, listed, one } from "../../../found";
import { Frame } from "../../../frame";
import { Posts } from "../../posts";
import { type Member, memberOf } from "./member";

type Props = { params: Promise<{ handle: string }>; searchParams: Asked };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { name, handle, bio } = await memberOf((await params).handle);
  const { title: siteName } = await (await api()).settings.site();
  const url = `/m/${handle}`;
  const description = bio.replace(/\s+/g, " ").slice(0, 200) || `What ${name} writes and says here.`;
  return {
    title: name,
    description,
    alternates: { canonical: canonicalOf(url, await searchParams), types: feedLinks(`${url}/posts`, name) },
    openGraph: {
      type: "profile",
      url,
      siteName,
      title: name,
      description,
      username: handle,
      images: named("/card.png", siteName),
    },
  };
}

export default async function MemberPage({ params, searchParams }: Props) {
  const member = await memberOf((await params).handle);
  const cursor = one((await searchParams).cursor);
  const { posts, connections, sites } = await api();
  const of = await listed(posts.ofMember({ handle: member.handle, cursor }));
  return (
    <Frame root="h-feed">
      <Face
        member={member}
        standing={await found(connections.standing({ handle: member.handle }))}
        verified={member.site !== null && (await sites.verified({ handle: member.handle }))}
      />
      <h2 className="section-head">Posts</h2>
      <Posts
        of={of}
        at={`/m/${member.handle}`}
        further={cursor !== undefined}
        empty={
          <EmptyState title="Nothing to read here yet">
            <p>What {member.name} writes will stand here.</p>
          </EmptyState>
        }
      />
      <LatelySaid member={member} />
    </Frame>
  );
}

/** So many of a member's comments stand on their page. */
const lately = 5;

async function LatelySaid({ member: { name, handle } }: { member: Member }) {
  const { items, next } = await (await api()).comments.ofMember({ handle, limit: lately });
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <h2 className="section-head" id="said">
        Lately said
      </h2>
      <RecentList comments={items} when who={false} />
      {next && (
        <p className="mt-4 text-small">
          <TextLink href={`/m/${handle}/comments`}>All comments by {name}</TextLink>
        </p>
      )}
    </section>
  );
}

const roles = { owner: "Owner", moderator: "Moderator", member: null } as const;

function Face({ member, standing, verified }: { member: Member; standing: Standing; verified: boolean }) {
  const { name, handle, bio, site, role, joinedAt, suspended } = member;
  return (
    <div className="page-head p-author h-card">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={name} handle={handle} size="large" />
        <div>
          <h1 className="p-name">{name}</h1>
          <data className="u-url u-uid" value={`/m/${handle}`} />
          <span className="text-small text-soft">
            @{handle} · here since <Time at={joinedAt} how="date" />{" "}
            {roles[role] && <Badge tone="accent">{roles[role]}</Badge>}
            {suspended && <Badge tone="warning">Suspended</Badge>}
          </span>
        </div>
      </div>
      {bio && (
        <p dir="auto" className="p-note whitespace-pre-line">
          {bio}
        </p>
      )}
      {site && (
        <div className="text-small">
          <TextLink className="u-url" href={site} rel="nofollow ugc noopener me">
            {site.replace(/^https?:\/\//, "")}
          </TextLink>{" "}
          {verified && (
            <span title="verified site">
              ✓<i className="sr-only"> verified site</i>
            </span>
          )}
        </div>
      )}
      {!(suspended && standing.state.is === "visitor") && (
        <div className="mt-3">
          <ConnectButton handle={handle} standing={standing} />
        </div>
      )}
    </div>
  );
}
