import { createServer, type Server, type Socket } from "node:net";

/** A server that lets everybody in and never says a word: what a firewall that drops packets looks like. */
export const silentServer = (): Promise<Server> => listening(() => undefined);

/**
 * As much of a PostgreSQL server as it takes to say that it is an old one: it asks for no password, and answers every
 * question with its version. Messages as in the manual's chapter "Message Formats".
 */
export const oldServer = (version: string): Promise<Server> =>
  listening((socket) => {
    const ready = message("Z", Buffer.from("I"));
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int32(0)), ready]));
      socket.on("data", (asked) => {
        if (asked[0] === "Q".charCodeAt(0)) socket.write(Buffer.concat([...answer(version), ready]));
      });
    });
  });

async function listening(greet: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    greet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** One row with one column of text. */
function answer(version: string): Buffer[] {
  const column = Buffer.concat([text("server_version"), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
  return [
    message("T", Buffer.concat([int16(1), column])),
    message("D", Buffer.concat([int16(1), int32(version.length), Buffer.from(version)])),
    message("C", text("SHOW")),
  ];
}

const message = (kind: string, body: Buffer) => Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
const text = (words: string) => Buffer.from(`${words}\0`);

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
