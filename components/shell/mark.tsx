/** The mark: a k tied of two strokes, one standing, one coming round it to answer. Takes the colour of the text. */
export function Mark({ label }: { label?: string | undefined }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d="M8.5 2.2v5.2M8.5 14.5v7.3" />
      <path d="M20.2 4.2c-1.8 4.6-6.7 6.8-11.7 6.8-3 0-5 1-5 2.9 0 1.7 1.3 2.4 2.3 2.3" />
      <path d="M12.2 14.9c3.2.5 4 5.9 8.1 6.5" />
    </svg>
  );
}
