import { createSocket } from "node:dgram";

/** A name server of our own on this machine: it knows the TXT records it is given, and says of all others that there are none. */
export async function startNameServer(records: Record<string, string[]> = {}) {
  const known = new Map(Object.entries(records));
  const socket = createSocket("udp4");
  socket.on("message", (asked, { port, address }) => socket.send(answerTo(asked, known), port, address));
  await new Promise<void>((ready) => socket.bind(0, "127.0.0.1", ready));
  return {
    /** As KITH_NAME_SERVERS wants it. */
    address: `127.0.0.1:${socket.address().port}`,
    at: (name: string, texts: string[]) => known.set(name, texts),
    close: () => new Promise<void>((done) => socket.close(() => done())),
  };
}

/** Header, the question as it came, and a record for each text (RFC 1035, 4.1). */
function answerTo(asked: Buffer, known: ReadonlyMap<string, string[]>): Buffer {
  const { name, end } = questionIn(asked);
  const texts = known.get(name.toLowerCase());
  const header = Buffer.alloc(12);
  asked.copy(header, 0, 0, 2);
  // An answer with authority, to a question that wanted recursion; 3 is "no such name".
  header.writeUInt16BE(0x8580 | (texts ? 0 : 3), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(texts?.length ?? 0, 6);
  return Buffer.concat([header, asked.subarray(12, end), ...(texts ?? []).map(record)]);
}

function questionIn(asked: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = asked[at] ?? 0; length > 0; length = asked[at] ?? 0) {
    labels.push(asked.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join("."), end: at + 5 };
}

/** The name of the question, TXT, IN, no time to keep it, and the text in pieces of at most 255 bytes. */
function record(text: string): Buffer {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.max(1, Math.ceil(bytes.length / 255)) }, (_, nth) => {
    const piece = bytes.subarray(nth * 255, nth * 255 + 255);
    return Buffer.concat([Buffer.from([piece.length]), piece]);
  });
  const data = Buffer.concat(pieces);
  const head = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 0, data.length >> 8, data.length & 255]);
  return Buffer.concat([head, data]);
}
