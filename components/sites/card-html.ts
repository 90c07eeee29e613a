import type { Outputs } from "#/server/api/types";
import { escaped } from "../ui/escaped";
import { inWords } from "../ui/time-words";
import { verifiedHtml } from "./line-html";

type Card = Outputs["sites"]["card"];

const bonds: Record<Card["is"], string> = {
  visitor: "",
  you: "This is you",
  none: "You are not connected",
  cannot: "You are not connected",
  requested: "You have asked to connect",
  "asked-you": "They have asked you to connect",
  connected: "You are connected",
  "blocked-by-me": "You have blocked them",
};

const counted = (many: number, one: string, more: string): string =>
  `${many.toLocaleString("en")} ${many === 1 ? one : more}`;

/** Who somebody is, at a glance, beside their name. Everything in it is escaped. */
export function cardHtml(card: Card): string {
  const { name, handle, bio, mutual, comments, clicks } = card;
  const facts = [
    bonds[card.is],
    mutual > 0 ? counted(mutual, "person you both know", "people you both know") : "",
    counted(comments, "comment here", "comments here"),
    clicks === null ? "" : `${counted(clicks, "visit", "visits")} through their links`,
  ];
  return [
    `<p class="card-name"><a href="/m/${handle}"><bdi>${escaped(name)}</bdi></a> <span>@${handle}</span></p>`,
    bio && `<p dir="auto">${escaped(bio)}</p>`,
    `<p class="card-facts">${facts.filter(Boolean).join(" · ")}</p>`,
    siteHtml(card.site),
    listHtml("Wrote last", card.latest),
    listHtml(
      "Speaks in",
      card.threads.map(({ title, href, at }) => ({ title, href, writtenAt: at, host: null })),
    ),
  ].join("");
}

const siteHtml = (site: Card["site"]): string =>
  site
    ? `<p><a href="${escaped(site.address)}" rel="ugc nofollow noopener">${escaped(site.host)}</a>${site.verified ? ` ${verifiedHtml}` : ""}</p>`
    : "";

function listHtml(head: string, things: Card["latest"]): string {
  if (things.length === 0) return "";
  const items = things.map(({ title, href, writtenAt, host }) => {
    const rel = host === null ? "" : ' rel="ugc nofollow noopener"';
    const when = writtenAt ? ` <span>${escaped(inWords(writtenAt))}</span>` : "";
    return `<li><a href="${escaped(href)}"${rel}><bdi>${escaped(title)}</bdi></a>${when}</li>`;
  });
  return `<p class="card-head">${head}</p><ul>${items.join("")}</ul>`;
}
