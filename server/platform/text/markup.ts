const toEntity: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const fromEntity: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** Text made safe to stand between tags and inside a double-quoted attribute. */
export const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => toEntity[character] ?? "");

/** The other way round, for the four entities that our own HTML uses. */
export const unescaped = (html: string) => html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => fromEntity[entity] ?? "");
