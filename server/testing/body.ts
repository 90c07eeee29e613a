import { allowedAttributes } from "#/server/platform/text/vocabulary";

const piece = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)( \/)?>|([^<>]+)|[^]/g;
const attribute = / ([a-z]+)="([^"]*)"/g;
const bareEntity = /&(?!(?:amp|lt|gt|quot);)/;
const deepest = 60;

/**
 * Everything about a sanitised body that is not as it must be, in words; empty when all is well. It reads only the one
 * plain form that every HTML reader understands alike: quoted attributes, closed elements, four entities.
 */
export function problemsIn(html: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [whole, slash, name, attributes = "", closed, text] of html.matchAll(piece)) {
    if (text !== undefined && bareEntity.test(text)) problems.push(`a bare & in ${text.slice(0, 40)}`);
    if (text !== undefined) continue;
    if (name === undefined) problems.push(`a stray ${whole}`);
    else if (slash) {
      if (open.pop() !== name) problems.push(`</${name}> closes another element`);
    } else {
      problems.push(...problemsOf(name, attributes));
      if (!closed) open.push(name);
      if (open.length > deepest) problems.push(`more than ${deepest} elements in one another`);
    }
  }
  if (open.length > 0) problems.push(`never closed: ${open.join(", ")}`);
  return problems;
}

function problemsOf(name: string, attributes: string): string[] {
  const allowed = allowedAttributes[name];
  if (!allowed) return [`<${name}> is not allowed`];
  return Array.from(attributes.matchAll(attribute)).flatMap(([, key = "", value = ""]) => {
    if (!allowed.includes(key)) return [`${key} on <${name}>`];
    if (key === "href" && !/^(?:https?:\/\/[^/]|mailto:|\/(?![/\\])|#)/.test(value)) return [`a link to ${value}`];
    if (key === "src" && !/^\/files\/(?!.*\/\.\.?\/)/.test(value)) return [`a picture from ${value}`];
    if (key === "class" && !/^(?:mention|language-[\w+#.-]+)$/.test(value)) return [`the class ${value}`];
    return [];
  });
}
