/**
 * Where somebody arrives after saying something: in the whole conversation, at their own words. A page that does not
 * hold them leads on to their permalink.
 */
export const inThread = (permalink: string): string => permalink.replace("?c=", "?at=");
