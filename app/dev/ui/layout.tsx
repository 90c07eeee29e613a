import { notFound } from "next/navigation";
import type { ReactNode } from "react";

/** The gallery is for those who build; a built Kith does not have it. */
export default function GalleryLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production") notFound();
  return children;
}
