import type { ServerResponse } from "node:http";

const live = "/api/health/live";
const ready = "/api/health/ready";

export const isHealth = (path: string): boolean => path === live || path === ready;

/** `live`: the process answers. `ready`: its database answers too, and pages can be made. */
export async function sendHealth(house: { isReady: () => Promise<boolean> }, path: string, response: ServerResponse) {
  const well = path === live || (await house.isReady());
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(well ? 200 : 503).end(`${JSON.stringify({ status: well ? "ok" : "not ready" })}\n`);
}
