import { createServer, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { type Captured, capture } from "./capture";

let close = () => {};
afterEach(() => close());

/** Serves one handler behind `capture`, asks it once, and gives what was held and what came through. */
async function ask(
  handle: (response: ServerResponse) => Promise<void>,
  finish: (held: Captured, response: ServerResponse) => void,
  method = "GET",
) {
  let held: Captured | null | undefined;
  const server = createServer((_, response) => {
    void capture(response, () => handle(response)).then((captured) => {
      held = captured;
      if (captured) finish(captured, response);
    });
  }).listen(0, "127.0.0.1");
  close = () => server.close();
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const answer = await fetch(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`, {
    redirect: "manual",
    method,
  });
  const text = await answer.text();
  return { held, answer, text };
}

const never = () => {
  throw new Error("This was no page");
};

describe("an answer that is a page", () => {
  test("is held back whole, however it was written", async () => {
    const { held, text, answer } = await ask(
      async (response) => {
        response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
        response.write("<h1>Not ");
        await new Promise((resolve) => setTimeout(resolve, 5));
        response.end("here</h1>");
      },
      ({ status, body }, response) =>
        response.writeHead(status, { "Content-Type": "text/html" }).end(body.toString().toUpperCase()),
    );
    expect(held).toMatchObject({ status: 404, headers: { "content-type": "text/html; charset=utf-8" } });
    expect([answer.status, text]).toEqual([404, "<H1>NOT HERE</H1>"]);
  });

  test("is also a card, whose bytes stay as they are", async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe]);
    const { held } = await ask(
      async (response) => {
        response.setHeader("Content-Type", "image/png");
        response.write(bytes.subarray(0, 4));
        response.end(bytes.subarray(4));
      },
      ({ body }, response) => response.end(body),
    );
    expect(held?.body.equals(bytes)).toBe(true);
  });
});

describe("an answer that is no page", () => {
  test("goes through as it comes, with its head", async () => {
    const { held, text, answer } = await ask(async (response) => {
      response.setHeader("Content-Type", "image/svg+xml");
      response.write("<svg/>");
      response.end();
    }, never);
    expect([held, answer.status, answer.headers.get("content-type"), text]).toEqual([
      null,
      200,
      "image/svg+xml",
      "<svg/>",
    ]);
  });

  test("goes out in one piece when a script asked for it and it is short, as it comes when it is long", async () => {
    const json = (words: string[]) => async (response: ServerResponse) => {
      response.writeHead(409, { "Content-Type": "application/json", "Transfer-Encoding": "chunked" });
      response.flushHeaders();
      for (const it of words) {
        response.write(it);
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    };
    const short = await ask(json(['["pé', 'ople"]']), never);
    expect([short.held, short.answer.status, short.text]).toEqual([null, 409, '["péople"]']);
    expect(short.answer.headers.get("content-length")).toBe("11");
    const words = Array.from({ length: 20 }, (_, nth) => String(nth % 10).repeat(10_000));
    const long = await ask(json(words), never);
    expect([long.held, long.text === words.join(""), long.answer.headers.get("content-length")]).toEqual([
      null,
      true,
      null,
    ]);
    const none = await ask(async (response) => {
      response.writeHead(304, { "Content-Type": "application/json" }).end();
    }, never);
    expect([none.held, none.answer.status, none.answer.headers.get("content-length")]).toEqual([null, 304, null]);
  });

  test("goes through when it has no body", async () => {
    const { held, answer } = await ask(async (response) => {
      response.writeHead(204);
      response.end();
    }, never);
    expect([held, answer.status]).toEqual([null, 204]);
  });

  test("says that a page has moved in the way that every reader knows; what a form brought goes on as it was", async () => {
    const moved = async (response: ServerResponse) => {
      response.writeHead(308, { Location: "/there" }).end();
    };
    const [read, sent] = [await ask(moved, never), await ask(moved, never, "POST")];
    expect([read.answer.status, read.answer.headers.get("location")]).toEqual([301, "/there"]);
    expect(sent.answer.status).toBe(308);
  });
});
