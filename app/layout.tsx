import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import "./globals.css";

const face = localFont({
  src: "../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  preload: true,
  adjustFontFallback: "Times New Roman",
  variable: "--face",
});

/* Fetched only by a page that has such letters in it: Łukasz, Šime, Nguyễn in part. */
const faceExt = localFont({
  src: "../node_modules/@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2",
  weight: "200 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
  variable: "--face-ext",
});

export const metadata: Metadata = {
  title: "Kith",
  description: "A place where people read one another, answer at length, and grow a network out of it.",
  formatDetection: { telephone: false, email: false, address: false },
};

/* The colours of --color-paper, which a meta element cannot name. */
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#1b1614" },
  ],
};

/** The document. It knows nobody and reads nothing, so that any page in it may be kept and sent again. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${face.variable} ${faceExt.variable}`} suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
        <link rel="alternate" type="application/atom+xml" title="Posts" href="/posts.atom" />
        <link rel="alternate" type="application/atom+xml" title="Comments" href="/comments.atom" />
        <link rel="search" type="application/opensearchdescription+xml" title="Search" href="/search.xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}
