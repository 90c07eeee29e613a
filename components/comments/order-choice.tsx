export type Order = "oldest" | "newest" | "discussed" | "unread";

const orders = [
  ["oldest", "Oldest first"],
  ["newest", "Newest first"],
  ["discussed", "Most discussed"],
  ["unread", "Unread first"],
] as const;

/**
 * In which order the conversations stand; inside each of them everybody is read in the order in which they spoke.
 * @param returning whether its reader was here before, so that something can be unread
 */
export function OrderChoice({ at, order, returning }: { at: string; order: Order; returning: boolean }) {
  return (
    <nav aria-label="Order of the comments" className="mb-2 text-small">
      <ul className="flex flex-wrap gap-x-5">
        {orders
          .filter(([value]) => returning || value !== "unread")
          .map(([value, words]) => (
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
        <li className="ml-auto">
          <button type="button" className="keys-open" data-help="">
            Keys
          </button>
        </li>
      </ul>
    </nav>
  );
}
