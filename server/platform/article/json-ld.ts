type Data = { title?: string; author?: string; site?: string; excerpt?: string; date?: string };

const kinds = /^(?:\w*Article|\w*Posting|WebPage|Report)$/;
const deepest = 4;

/** What a page says of itself in JSON-LD, in the first of its data that is about an article. */
export function fromData(texts: readonly string[]): Data {
  for (const text of texts) {
    const found = articleAmong(parsed(text), 0);
    if (!found) continue;
    return {
      ...textOf(found, "headline", "title"),
      ...textOf(found, "description", "excerpt"),
      ...textOf(found, "datePublished", "date"),
      ...named(found.author, "author"),
      ...named(found.publisher, "site"),
    };
  }
  return {};
}

type Thing = Record<string, unknown>;
const isThing = (it: unknown): it is Thing => typeof it === "object" && it !== null && !Array.isArray(it);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function articleAmong(it: unknown, depth: number): Thing | null {
  if (depth > deepest) return null;
  if (Array.isArray(it)) {
    for (const one of it.slice(0, 50)) {
      const found = articleAmong(one, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isThing(it)) return null;
  const types = [it["@type"]].flat();
  if (types.some((type) => typeof type === "string" && kinds.test(type)) && "headline" in it) return it;
  return articleAmong(it["@graph"], depth + 1);
}

const textOf = (thing: Thing, from: string, to: keyof Data): Data => {
  const text = thing[from];
  return typeof text === "string" && text !== "" ? { [to]: text.slice(0, 2000) } : {};
};

/** A name, a thing with one, or a list of either: people sign together. */
function named(it: unknown, to: keyof Data): Data {
  const names = [it].flat().flatMap((one) => {
    const name = isThing(one) ? one.name : one;
    return typeof name === "string" && name.trim() !== "" ? [name.trim()] : [];
  });
  return names.length > 0 ? { [to]: names.slice(0, 5).join(", ").slice(0, 2000) } : {};
}
