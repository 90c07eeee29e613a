import { blocks } from "./blocks";
import { bonds } from "./bonds";
import { people } from "./people";
import { posts } from "./posts";
import { reactions } from "./reactions";
import { reports } from "./reports";
import { asked } from "./requests";

export type { Asked, Block, Bond, Felt, How, Name, Person, Report, Said, Thread, Written } from "./types";

/**
 * A small community in which everybody has a name: the demo site, the tests and the README's pictures live in it.
 * It is only words and offsets; whoever loads it decides which morning it is.
 */
export const village = { people, posts, bonds, asked, blocks, reports, reactions };
