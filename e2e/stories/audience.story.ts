import { expect, handleOf, test } from "../people";

const author = "Mireille Quesnel";
const audiences = ["Everyone", "Members", "My network", "Only me"] as const;
const titleOf = (audience: string) => `Letters kept in a tin, for ${audience}`;

test("each post of Mireille's is read by those she wrote it for, and exists for nobody else", async ({
  as,
  visitor,
}) => {
  const mireille = await as(author);
  const written: Record<string, string> = {};
  for (const audience of audiences) {
    const words = `There are nine of them, and this is for ${audience}.`;
    written[audience] = await mireille.writes({ title: titleOf(audience), words, audience });
  }
  const readers = [
    { who: await visitor(), reads: 1 },
    { who: await as("Hank"), reads: 2 },
    { who: await as("Jürgen Ohlendieck"), reads: 3 },
    { who: mireille, reads: 4 },
  ];
  for (const { who, reads } of readers) {
    const [front, page] = [await who.fetches("/"), await who.fetches(`/m/${handleOf(author)}`)];
    const atom = (await who.fetches("/posts.atom")) + (await who.fetches(`/m/${handleOf(author)}/posts.atom`));
    for (const [place, audience] of audiences.entries()) {
      const [may, title] = [place < reads, titleOf(audience)];
      expect(front.includes(title), `${who.name}: front page, ${audience}`).toBe(may);
      expect(page.includes(title), `${who.name}: author's page, ${audience}`).toBe(may);
      if (!may) expect(atom, `${who.name}: Atom, ${audience}`).not.toContain(title);
      if (may) await who.opens(written[audience] ?? "");
      else await who.findsNothingAt(written[audience] ?? "");
    }
    await who.findsNothingInTheWay();
  }
});
