/** The strokes of the mark: a k tied of two, one standing, one coming round it to answer. */
export const strokes =
  "M8.5 2.2v5.2M8.5 14.5v7.3M20.2 4.2c-1.8 4.6-6.7 6.8-11.7 6.8-3 0-5 1-5 2.9 0 1.7 1.3 2.4 2.3 2.3M12.2 14.9c3.2.5 4 5.9 8.1 6.5";

/** The mark, in the colour of the text. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 24 24" aria-hidden>
    <path d={strokes} />
  </svg>
);
