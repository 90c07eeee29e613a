/** The most bytes any site may take for one picture: what is sent is held in memory while it is read. */
export const mostBytes = 32_000_000;
