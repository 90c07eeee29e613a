import { readFile } from "node:fs/promises";
import { sep } from "node:path";
import { lettersIn } from "./letters";

const subsets = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext"] as const;
const weights = [400, 600] as const;

/** One family for each part of the typeface: of two parts with one name, the painter would only know the last. */
export const families = subsets.map((subset) => `Literata ${subset}`);

async function load() {
  const asked = subsets.flatMap((subset, nth) => weights.map((weight) => ({ subset, nth, weight })));
  const faces = await Promise.all(
    asked.map(async ({ subset, nth, weight }) => {
      const data = await readFile(pathOf(`literata-${subset}-${weight}-normal.woff`));
      return { name: families[nth] ?? "", data, weight, style: "normal" as const };
    }),
  );
  return { faces, letters: new Set(faces.flatMap(({ data }) => [...lettersIn(data)])) };
}

/** Put together so that no bundler follows it: the files are read where npm put them. */
const pathOf = (file: string) => [process.cwd(), "node_modules", "@fontsource", "literata", "files", file].join(sep);

let loading: ReturnType<typeof load> | null = null;

/** The typeface in two weights, and every letter it has; read once. */
export function typeface(): ReturnType<typeof load> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
