/** A part of an address as it was before it was escaped; Next hands it over as it came. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
