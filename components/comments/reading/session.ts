/** What is remembered of a page in this session of the browser. Where it refuses, nothing is kept and nothing breaks. */
export function kept(name: string): string[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(`kith:${name}`) ?? "[]");
    return Array.isArray(read) ? read.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function keep(name: string, words: readonly string[]): void {
  try {
    if (words.length === 0) sessionStorage.removeItem(`kith:${name}`);
    else sessionStorage.setItem(`kith:${name}`, JSON.stringify(words));
  } catch {
    // See `kept`.
  }
}
