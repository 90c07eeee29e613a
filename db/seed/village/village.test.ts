import { describe, expect, test } from "vitest";
import { type Name, type Said, village } from ".";

const { asked, blocks, bonds, people, posts, reactions, reports } = village;

type Placed = { said: Said; post: (typeof posts)[number]; above: Name; depth: number; minutes: number; below: number };

/** Every comment of a thread with where it stands: who is answered, how deep, and how many minutes after the post. */
function placed(post: Placed["post"]): Placed[] {
  const walk = (thread: readonly Said[], above: Name, depth: number, since: number): Placed[] =>
    thread.flatMap((said) => {
      const minutes = since + said.after;
      const replies = walk(said.replies ?? [], said.by, depth + 1, minutes);
      return [{ said, post, above, depth, minutes, below: replies.length }, ...replies];
    });
  return walk(post.thread, post.by, 1, 0);
}

const comments = posts.flatMap(placed);
const person = (name: Name) => people.find((somebody) => somebody.name === name);
const pair = (one: Name, other: Name) => [one, other].toSorted().join(" & ");
const connected = new Set(bonds.map(({ between: [one, other] }) => pair(one, other)));
const repeated = (values: readonly string[]) => values.filter((value, place) => values.indexOf(value) !== place);
const published = posts.flatMap((post) => (post.days === undefined ? [] : [{ ...post, days: post.days }]));

describe("the people of the village", () => {
  test("have names and handles of their own", () => {
    expect(people).toHaveLength(22);
    expect(repeated(people.map(({ name }) => name))).toEqual([]);
    expect(repeated(people.map(({ handle }) => handle))).toEqual([]);
    for (const { handle } of people) expect(handle).toMatch(/^[a-z][a-z0-9-]{2,30}$/);
  });

  test("are led by Candy, with Shawn and Dilys to moderate", () => {
    const tending = people.flatMap((somebody) => ("role" in somebody ? [`${somebody.name}: ${somebody.role}`] : []));
    expect(tending).toEqual(["Candy: owner", "Shawn: moderator", "Dilys Prydderch: moderator"]);
  });

  test("include one who is suspended, and one who has only just arrived", () => {
    expect(people.flatMap((somebody) => ("suspended" in somebody ? [somebody.name] : []))).toEqual(["Trent"]);
    const heard = [...posts.map(({ by }) => by), ...comments.map(({ said }) => said.by)];
    const known = [...bonds.flatMap(({ between }) => between), ...asked.flatMap(({ from, to }) => [from, to])];
    expect([...heard, ...known]).not.toContain("Newcomer");
  });

  test("had joined before they wrote, asked or connected", () => {
    const deeds: readonly (readonly [Name, number])[] = [
      ...published.map(({ by, days }) => [by, days] as const),
      ...comments.map(({ said, post, minutes }) => [said.by, (post.days ?? 0) - minutes / 1440] as const),
      ...bonds.flatMap(({ between, days }) => between.map((name) => [name, days] as const)),
      ...asked.flatMap(({ from, to, days }) => [from, to].map((name) => [name, days] as const)),
    ];
    expect(deeds.filter(([name, days]) => (person(name)?.joined ?? 0) <= days)).toEqual([]);
  });
});

describe("the posts of the village", () => {
  test("are fifteen, for every audience, with one draft", () => {
    const count = (audience?: string) => published.filter((post) => post.audience === audience).length;
    expect(posts).toHaveLength(15);
    expect(repeated(posts.map(({ slug }) => slug))).toEqual([]);
    expect([count(), count("members"), count("connections"), count("me")]).toEqual([10, 2, 1, 1]);
    expect(posts.filter(({ days }) => days === undefined).map(({ thread }) => thread.length)).toEqual([0]);
  });

  test("have one whose comments are closed", () => {
    expect(posts.filter((post) => post.comments === "closed").map(({ slug }) => slug)).toEqual([
      "the-house-rules-on-one-page",
    ]);
  });

  test("are answered only by people who may", () => {
    const outside = comments.filter(
      ({ said, post }) =>
        (post.audience === "connections" || post.comments === "connections") &&
        said.by !== post.by &&
        !connected.has(pair(said.by, post.by)),
    );
    expect(outside).toEqual([]);
  });

  test("use Markdown of every kind", () => {
    const text = [...posts.map(({ body }) => body), ...comments.map(({ said }) => said.says)].join("\n\n");
    const kinds = [
      /^> /m,
      /^- /m,
      /^1\. /m,
      /^```/m,
      /`[^`\n]+`/,
      /^\| --- /m,
      /\]\(https:/,
      /\*\*/,
      /^## /m,
      /^---$/m,
      /@[a-z]+/,
    ];
    for (const kind of kinds) expect(text).toMatch(kind);
    for (const [address] of text.matchAll(/https?:\/\/[^\s)/]+/g)) expect(address).toMatch(/example\.(org|com)$/);
    expect(text).toMatch(/\p{Script=Arabic}/u);
  });
});

describe("the comments of the village", () => {
  test("are about two hundred, from three words to an essay", () => {
    expect(comments.length).toBeGreaterThanOrEqual(195);
    expect(comments.length).toBeLessThanOrEqual(225);
    const lengths = comments.map(({ said }) => said.says.length);
    expect(Math.min(...lengths)).toBeLessThan(16);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(6500);
    expect(repeated(comments.flatMap(({ said }) => said.id ?? []))).toEqual([]);
    expect(repeated(comments.map(({ said }) => said.says))).toEqual([]);
  });

  test("are never later than the morning, and in no place at once", () => {
    const late = comments.filter(({ post, minutes }) => minutes >= (post.days ?? 0) * 1440);
    const hasty = comments.filter(({ said }) => said.after <= 0 || (said.edited ?? 1) <= 0);
    expect([...late, ...hasty].map(({ said, post }) => `${post.slug}: ${said.says}`)).toEqual([]);
    expect(repeated(comments.map(({ post, minutes }) => `${post.slug} at ${minutes}`))).toEqual([]);
  });

  test("stand in one thread of more than sixty, fourteen deep, with an answer past 5,000 characters", () => {
    const thread = comments.filter(({ post }) => post.slug === "is-what-you-are-doing-really-networking");
    expect(thread.length).toBeGreaterThan(60);
    expect(Math.max(...thread.map(({ depth }) => depth))).toBeGreaterThanOrEqual(14);
    expect(thread.some(({ said }) => said.by === "Justin" && said.says.length > 5000)).toBe(true);
  });

  test("have two deleted ones with replies below", () => {
    expect(comments.filter(({ said, below }) => said.deleted && below > 0)).toHaveLength(2);
    expect(comments.filter(({ said }) => said.deleted)).toHaveLength(2);
  });

  test("have exactly one hidden by Shawn, with a rule and a reason", () => {
    const hidings = comments.flatMap(({ said }) => said.hidden ?? []);
    expect(hidings.map(({ by }) => by)).toEqual(["Shawn"]);
    for (const { rule, reason } of hidings) expect([rule, reason].every((words) => words.length > 20)).toBe(true);
  });

  test("have exactly one that is reported and not yet handled", () => {
    const reported = [...new Set(reports.map(({ comment }) => comment))];
    const found = comments.filter(({ said }) => said.id !== undefined && reported.includes(said.id));
    expect(found.map(({ said }) => said.by)).toEqual(["Hank"]);
    for (const { by, days } of reports) {
      expect(found.every(({ said, post, minutes }) => said.by !== by && (post.days ?? 0) - minutes / 1440 > days)).toBe(
        true,
      );
    }
  });
});

describe("the reactions of the village", () => {
  test("are each somebody's only one to a thing that others wrote and they could read", () => {
    expect(repeated(reactions.map(({ by, post, comment }) => `${by} to ${post ?? comment}`))).toEqual([]);
    for (const { by, post, comment, days } of reactions) {
      const to = comment
        ? comments.flatMap(({ said, post, minutes }) =>
            said.id === comment ? [{ by: said.by, days: (post.days ?? 0) - minutes / 1440, of: post }] : [],
          )
        : published.flatMap((it) => (it.slug === post ? [{ by: it.by, days: it.days, of: it }] : []));
      expect(to, post ?? comment).toHaveLength(1);
      const [thing] = to;
      expect([by, thing?.by === by, (thing?.days ?? 0) > days]).toEqual([by, false, true]);
      expect([undefined, "members"]).toContain(thing?.of.audience);
      expect(blocks.some((block) => pair(block.by, block.blocks) === pair(by, thing?.by ?? by))).toBe(false);
    }
  });

  test("are of all three kinds", () => {
    expect([...new Set(reactions.map(({ kind }) => kind))].toSorted()).toEqual(["agree", "thanks", "think"]);
  });
});

describe("the connections of the village", () => {
  test("are one for each pair, of every kind", () => {
    expect(bonds.length).toBeGreaterThanOrEqual(43);
    expect(connected.size).toBe(bonds.length);
    expect(bonds.filter(({ between: [one, other] }) => one === other)).toEqual([]);
    expect([...new Set(bonds.map(({ how }) => how))].toSorted()).toEqual([
      "introduced",
      "met",
      "other",
      "thread",
      "work",
    ]);
  });

  test("make large networks for Candy and Justin, who share people but are not connected", () => {
    const networkOf = (name: Name) =>
      bonds.flatMap(({ between: [one, other] }) => (one === name ? [other] : other === name ? [one] : []));
    const [hers, his] = [networkOf("Candy"), networkOf("Justin")];
    expect([hers.length, his.length]).toEqual([12, 10]);
    expect(connected.has(pair("Candy", "Justin"))).toBe(false);
    expect(hers.filter((name) => his.includes(name)).length).toBeGreaterThanOrEqual(4);
  });

  test("have six more asked for, one declined and one withdrawn, none between connected people", () => {
    const answers = asked.map(({ answer }) => answer ?? "open");
    expect(answers.filter((answer) => answer === "open")).toHaveLength(6);
    expect(answers.filter((answer) => answer !== "open")).toEqual(["declined", "withdrawn"]);
    expect(asked.filter(({ from, to }) => connected.has(pair(from, to)))).toEqual([]);
    expect(repeated(asked.map(({ from, to }) => pair(from, to)))).toEqual([]);
    expect(asked.some(({ from, to, answer }) => from === "Justin" && to === "Candy" && !answer)).toBe(true);
  });

  test("end where somebody is blocked, although both write in one thread", () => {
    for (const { by, blocks: other, days } of blocks) {
      expect(connected.has(pair(by, other))).toBe(false);
      const shared = posts.filter((post) =>
        [by, other].every((name) => placed(post).some(({ said }) => said.by === name)),
      );
      expect(shared.length).toBeGreaterThan(0);
      const direct = comments.filter(
        ({ said, above, post, minutes }) =>
          pair(said.by, above) === pair(by, other) && (post.days ?? 0) - minutes / 1440 < days,
      );
      expect(direct.map(({ said }) => said.says)).toEqual([]);
    }
  });
});
