import { existsSync } from "node:fs";
import { sep } from "node:path";
import type { Worker } from "node:worker_threads";
import { type Answer, answer, type Rendered, type Task } from "./rendered";

/** In milliseconds. Starting takes a tenth of a second and counts apart, so that a busy morning refuses nobody's text. */
const timeToStart = 15_000;
/** Of the thread's own work on one text; what the clock may show meanwhile, on a machine that is busy with other things. */
const workToRender = 2_000;
const timeToRender = 15_000;
/** How often the thread is asked how much it has worked. */
const lookEvery = 250;
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** One worker thread and the text it is at. It lives until a text takes more than its time or its memory. */
export class Thread {
  alive = true;
  readonly #worker: Worker;
  readonly #ready: Promise<Answer | Error | "late">;
  #heard: (answer: Answer | Error) => void = () => {};

  constructor() {
    this.#worker = start();
    this.#worker.unref();
    this.#worker.on("message", (message: unknown) => this.#heard(answer.parse(message)));
    this.#worker.on("error", (error: Error) => this.#lost(error));
    this.#worker.on("exit", () => this.#lost(new Error("The thread that renders text ended")));
    this.#ready = this.#next(timeToStart);
  }

  /** Only while it works does the thread keep the process alive. */
  async render(task: Task): Promise<Rendered | "too-complex"> {
    this.#worker.ref();
    try {
      await this.#started();
      const said = this.#next(timeToRender, this.#worksTooLong());
      this.#worker.postMessage(task);
      return await this.#outcome(await said);
    } finally {
      this.#worker.unref();
    }
  }

  async #started(): Promise<void> {
    const said = await this.#ready;
    if (said instanceof Error) throw said;
    if (said !== "late") return;
    this.alive = false;
    await this.#worker.terminate();
    throw new Error("The thread that renders text did not start");
  }

  async #outcome(said: Answer | Error | "late"): Promise<Rendered | "too-complex"> {
    if (said === "late" || said instanceof Error) {
      this.alive = false;
      await this.#worker.terminate();
      if (said !== "late" && !isOutOfMemory(said)) throw said;
      return "too-complex";
    }
    if (said.type === "done") return said.rendered;
    if (said.type === "too-complex") return "too-complex";
    throw new Error(`A text could not be rendered: ${said.type === "failed" ? said.message : said.type}`);
  }

  /** What the thread says next; "late" when `within` milliseconds are over, or as soon as `isEnough`. */
  #next(within: number, isEnough: () => Promise<boolean> = async () => false): Promise<Answer | Error | "late"> {
    return new Promise((resolve) => {
      const done = (said: Answer | Error | "late") => {
        clearTimeout(timer);
        clearInterval(look);
        resolve(said);
      };
      const timer = setTimeout(() => done("late"), within);
      const look = setInterval(() => void isEnough().then((enough) => enough && done("late")), lookEvery);
      this.#heard = done;
    });
  }

  /**
   * Asks the thread how much it has worked, and compares. It is asked first when a text has taken as long as `lookEvery`,
   * which hardly one does, and is taken to have worked all that time.
   */
  #worksTooLong(): () => Promise<boolean> {
    let before: number | undefined;
    return async () => {
      const worked = await this.#worked();
      before ??= worked - lookEvery;
      return worked - before > workToRender;
    };
  }

  /** Milliseconds of work the thread has done in its life; none once it has ended. */
  async #worked(): Promise<number> {
    const { user, system } = await this.#worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
    return (user + system) / 1000;
  }

  #lost(reason: Error) {
    this.alive = false;
    this.#heard(reason);
  }
}

const isOutOfMemory = (error: Error) => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

/** Neither the path nor the class is written so that a bundler could follow it: the worker is a bundle of its own. */
function start(): Worker {
  const path = [process.cwd(), "dist", "text-worker.mjs"].join(sep);
  if (!existsSync(path)) throw new Error(`Texts cannot be rendered: ${path} is missing. Run node bin/bundle.mjs`);
  const threads = process.getBuiltinModule("node:worker_threads");
  return new threads.Worker(path, { resourceLimits: memory, execArgv: [], name: "text" });
}
