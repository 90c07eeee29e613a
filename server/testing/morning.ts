/** The village's morning: the instant every test begins at. */
export const morning = new Date("2026-01-01T12:00:00Z");
