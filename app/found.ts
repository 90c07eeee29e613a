import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { sentenceFor } from "#/components/client/form-answer";

/** What was asked for; where there is no such thing, or not for this reader, the page does not exist either. */
export async function found<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || isMalformed(error))) notFound();
    throw error;
  }
}

/** An address that could never have been one of ours. */
const isMalformed = ({ code, cause }: TRPCError): boolean => code === "BAD_REQUEST" && cause?.name === "ZodError";

/** A page of a list, or the sentence that says why it cannot go on from there. */
export async function listed<Answer>(asked: Promise<Answer>): Promise<{ list: Answer } | { refused: string }> {
  try {
    return { list: await found(asked) };
  } catch (error) {
    if (!(error instanceof TRPCError) || error.message !== "broken-cursor") throw error;
    return { refused: sentenceFor(error).problem ?? "" };
  }
}

/** The one value of a query's name; of several, the first. */
export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export type Asked = Promise<Record<string, string | string[] | undefined>>;
