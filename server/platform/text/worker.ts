import { parentPort } from "node:worker_threads";
import { TextTooComplex } from "./errors";
import { renderHtmlHere, renderMarkdownHere } from "./render";
import { type Answer, type Task, task } from "./rendered";

/** The thread that renders: one text at a time, and nothing of one is kept for the next. */
const doors = { markdown: renderMarkdownHere, html: renderHtmlHere };

function answerTo({ door, source, place }: Task): Answer {
  try {
    return { type: "done", rendered: doors[door](source, place) };
  } catch (error) {
    // A RangeError is a stack or a string that has reached its end.
    if (error instanceof TextTooComplex || error instanceof RangeError) return { type: "too-complex" };
    return { type: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const say = (answer: Answer) => parentPort?.postMessage(answer);
parentPort?.on("message", (message: unknown) => say(answerTo(task.parse(message))));
say({ type: "ready" });
