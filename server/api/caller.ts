import { contextFor } from "../context";
import type { Client } from "../domain/context";
import type { Viewer } from "../domain/policy";
import { createCaller } from "./root";

/** What a request of this person leans on. */
export const readingFor = (viewer: Viewer, client?: Client) => contextFor(viewer, client);

/** The api for somebody in this process: pages and forms use it as a browser uses /api/trpc. */
export const callerFor = (viewer: Viewer, client?: Client) => createCaller(readingFor(viewer, client));
