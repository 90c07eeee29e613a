import { notFound, redirect } from "next/navigation";
import { viewerNow } from "#/server/auth/viewer";

/** The member who is here, or a turn at the door: guests sign in and come back to `here`. */
export async function signedIn(here: string) {
  const viewer = await viewerNow();
  return viewer ?? redirect(`/enter?to=${encodeURIComponent(here)}`);
}

/** The moderator or owner who is here. For anybody else the page does not exist. */
export async function tending(here: string) {
  const viewer = await signedIn(here);
  return viewer.role === "member" ? notFound() : viewer;
}

/** The owner, likewise. */
export async function owning(here: string) {
  const viewer = await signedIn(here);
  return viewer.role === "owner" ? viewer : notFound();
}
