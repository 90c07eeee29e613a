/** Somebody who lives in the village. `joined` counts days before the village's morning. */
export type Person = {
  name: string;
  handle: string;
  role?: "owner" | "moderator";
  bio?: string;
  site?: string;
  joined: number;
  suspended?: true;
};
