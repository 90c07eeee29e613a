import { parentPort, workerData } from "node:worker_threads";
import { task } from "./found";
import { readHere } from "./read";

/** The thread that reads one document of a stranger's, and ends. */
parentPort?.postMessage(readHere(task.parse(workerData)));
