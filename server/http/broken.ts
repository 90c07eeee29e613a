import type { Captured } from "./capture";

/**
 * A page that broke, with its words in it: Next sends an empty document and leaves them to its script, which a reader
 * without one never sees. The same words as app/error.tsx has.
 * @param isReady false while the database does not answer: then it is worth coming back
 */
export function told(page: Captured, isReady: boolean): Captured {
  const body = page.body.toString("utf8");
  if (!body.includes('id="__next_error__"') || body.includes("<main")) return page;
  const reference = /\\"digest\\":\\"(\d+)\\"/.exec(body)?.[1];
  const style = /\/_next\/static\/[\w./~-]+\.css/.exec(body)?.[0];
  const sheet = style ? `<link rel="stylesheet" href="${style}"/>` : "";
  const whole = body
    .replace("<html ", '<html lang="en" ')
    .replace("</head>", () => `${sheet}</head>`)
    .replace("<body>", () => `<body>${words(reference)}`);
  const away = isReady ? {} : { "retry-after": "5" };
  return { status: isReady ? page.status : 503, headers: { ...page.headers, ...away }, body: Buffer.from(whole) };
}

const words = (reference: string | undefined) => `<main class="plain-page" id="main"><div class="state">
<h1>Something went wrong on our side</h1>
<p>The mistake is ours, and it has been written down. Nothing you wrote is lost by trying again.</p>
${reference ? `<p>If you tell somebody about it, quote <span class="state-reference">${reference}</span>.</p>` : ""}
<p class="form-acts"><a class="button button--primary" href="">Try again</a> <a class="button button--quiet" href="/">To the front page</a></p>
</div></main>`;
