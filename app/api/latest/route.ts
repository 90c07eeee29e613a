import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { unlessRefused } from "../../act";
import { api } from "../../api";

const statuses: Record<string, number> = { UNAUTHORIZED: 401, BAD_REQUEST: 400, NOT_FOUND: 404 };
const asked = z.object({ post: z.string().max(20) });

/** Somebody begins to write: their own site is looked at, and what they can choose from is given, whatever it said. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const read = asked.safeParse(Object.fromEntries(form));
  if (!read.success) return new Response(null, { status: 400 });
  const { sites } = await api();
  try {
    await sites.look().catch(unlessRefused);
    return Response.json(await sites.toChoose({ postKey: read.data.post }), {
      headers: { "cache-control": "private, no-store" },
    });
  } catch (error) {
    const status = error instanceof TRPCError ? statuses[error.code] : undefined;
    if (!status) throw error;
    return new Response(null, { status });
  }
}
