import { contextFor } from "../context";
import type { Viewer } from "../domain/policy";
import { createCaller } from "./root";

/** The api for somebody in this process: pages and forms use it as a browser uses /api/trpc. */
export const callerFor = (viewer: Viewer) => createCaller(contextFor(viewer));
