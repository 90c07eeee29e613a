import { type Refusable, refusals, sentenceOf } from "../refusals";

/** A picture that has arrived, or why it has not; `again` says whether trying once more can help. */
export type Sent = { address: string } | { problem: string; again: boolean };

const lost = "The picture did not arrive. Nothing you wrote is lost.";

type Answer = { address?: unknown; problem?: unknown; because?: unknown };

/** Sends one file, and says how much of it has left (0 to 1). Give it up by the signal. */
export function send(file: File, tell: (share: number) => void, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ problem: lost, again: true });
    request.onabort = () => resolve({ problem: "", again: true });
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", "/api/pictures");
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  const { address, problem, because } = parsed(responseText);
  if (typeof address === "string") return { address };
  if (typeof problem === "string") return { problem, again: because === "pictures-busy" };
  return { problem: status === 413 ? tooLarge : lost, again: status !== 413 };
}

const tooLarge = "This file is more than can be sent at once.";

function parsed(text: string): Answer {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}

type Room = { result?: { data?: { bytes?: number } } };
let room: Promise<number> | undefined;

/** The most bytes a picture may have here, asked once; without an answer the server says so itself. */
async function mostBytes(): Promise<number> {
  room ??= fetch("/api/trpc/pictures.room")
    .then(async (answer): Promise<Room> => answer.json())
    .then(({ result }) => result?.data?.bytes ?? Number.POSITIVE_INFINITY)
    .catch(() => Number.POSITIVE_INFINITY);
  return room;
}

/** Why a file need not be sent at all, said before it is; null where nothing speaks against it. */
export async function whyNot({ size }: File): Promise<string | null> {
  const most = await mostBytes();
  const tooBig: Refusable = "picture-too-big";
  if (size === 0) return refusals["picture-empty"];
  return size > most ? sentenceOf(tooBig, { most: Math.max(0.1, Math.round(most / 100_000) / 10) }) : null;
}
