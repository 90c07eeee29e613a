/**
 * Gives every heading of a body its level under the page's own: the first is `top`, each deeper one a step further, never
 * past 6 and never skipping one, whatever levels the author wrote.
 */
export function headingLevels(top: number) {
  const above: number[] = [];
  return (written: number) => {
    while ((above.at(-1) ?? 0) >= written) above.pop();
    above.push(written);
    return Math.min(6, top + above.length - 1);
  };
}
