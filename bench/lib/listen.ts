import { get } from "node:http";
import type { Site } from "./site";

/** Opens an event stream, as an open page does; calls back for each comment's key as it is told. */
export function listen(
  { url }: Pick<Site, "url">,
  path: string,
  cookie: string,
  onKey: (key: string) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    get(new URL(path, url), { headers: { accept: "text/event-stream", ...(cookie && { cookie }) } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`Listening answered ${response.statusCode}`));
      let begun = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        const lines = `${begun}${text}`.split("\n");
        begun = lines.pop() ?? "";
        for (const [, keys] of lines.join("\n").matchAll(/"keys":\[([^\]]*)\]/g))
          for (const key of (keys ?? "").split(",")) onKey(key.replaceAll('"', ""));
      });
      resolve();
    }).on("error", reject);
  });
}
