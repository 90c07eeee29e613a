/** Whoever is looking, as far as the header must know: three counts are of what waits for them. */
export type ShellViewer = {
  name: string;
  handle: string;
  role: "owner" | "moderator" | "member";
  waitingRequests: number;
  unread: number;
  /** What waits for a moderator; 0 for everybody else. */
  queue: number;
};

/** The site as it calls itself. */
export type Site = { title: string; tagline: string };

/** The places the navigation leads to. */
export type Place = "front" | "feed" | "requests" | "notifications" | "queue" | "write" | "enter" | "join";

/** A way to a place further down a page, for those who go by keyboard. */
export type Skip = { to: `#${string}`; label: string };
