/** What most places show a card in, in pixels. */
export const size = { width: 1200, height: 630 };

/**
 * A card as a page's head names it.
 * @param path of the picture
 * @param alt what is written on it
 */
export const named = (path: string, alt: string) => [{ url: path, ...size, type: "image/png", alt }];
