export type Order = "oldest" | "newest" | "discussed";

const orders = [
  ["oldest", "Oldest first"],
  ["newest", "Newest first"],
  ["discussed", "Most discussed"],
] as const;

/** In which order the conversations stand; inside each of them everybody is read in the order in which they spoke. */
export function OrderChoice({ at, order }: { at: string; order: Order }) {
  return (
    <nav aria-label="Order of the comments" className="mb-2 text-small">
      <ul className="flex flex-wrap gap-x-5">
        {orders.map(([value, words]) => (
          <li key={value}>
            <a
              className={
                value === order
                  ? "inline-flex min-h-9 items-center font-strong"
                  : "link inline-flex min-h-9 items-center"
              }
              aria-current={value === order ? "true" : undefined}
              href={`${at}?order=${value}#comments`}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
