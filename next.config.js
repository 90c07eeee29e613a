/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  compress: false,
  generateEtags: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Pictures are our own files as they are; Next's resizer would be one more door.
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  // Titles stand in the head for everybody. Sent after the page, as Next would by itself when they are slower than it,
  // they come with a script that our policy refuses.
  htmlLimitedBots: /./,
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "pino",
    "nodemailer",
    "markdown-it",
    "sanitize-html",
    "undici",
    "sharp",
    "file-type",
  ],
  turbopack: { root: import.meta.dirname },
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
};

export default config;
