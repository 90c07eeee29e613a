import type { Written } from "../types";
import { charge } from "./charge";
import { commas } from "./commas";
import { garden } from "./garden";
import { german } from "./german";
import { invoice } from "./invoice";
import { kids } from "./kids";
import { letters } from "./letters";
import { moderating } from "./moderating";
import { moving } from "./moving";
import { networking } from "./networking/post";
import { notes } from "./notes";
import { podcast } from "./podcast";
import { rules } from "./rules";
import { tools } from "./tools";
import { year } from "./year";

/** Everything the village has written, oldest first; the one draft comes last. */
export const posts: readonly Written[] = [
  rules,
  moderating,
  letters,
  moving,
  charge,
  tools,
  german,
  year,
  podcast,
  kids,
  invoice,
  networking,
  notes,
  garden,
  commas,
];
