import { TRPCError } from "@trpc/server";
import { type FormAnswer, sentenceFor } from "#/components/client/form-answer";
import { api } from "./api";

/** The words of a form as they were typed: browsers send line ends in two characters. */
export const sourceOf = (form: FormData): string => {
  const source = form.get("source");
  return typeof source === "string" ? source.replaceAll("\r\n", "\n") : "";
};

/** The form again, with what was typed and how it would look: for when no script runs. */
export async function previewOf(form: FormData): Promise<FormAnswer> {
  const typed = Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  );
  try {
    const { html } = await (await api()).posts.preview({ source: sourceOf(form) });
    return { typed, problem: null, problems: {}, preview: html };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { typed, ...sentenceFor(error) };
  }
}
