/** The way to search, from anywhere: a box where there is room for one, else a sign that leads to it. */
export function Find() {
  return (
    <>
      <form className="find" action="/search" role="search" aria-label="Search the site">
        <input type="search" name="q" aria-label="Search" placeholder="Search" maxLength={200} dir="auto" />
      </form>
      <a className="find-sign" href="/search" aria-label="Search">
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
          <circle cx="10.5" cy="10.5" r="6.5" />
          <path d="m15.5 15.5 5 5" />
        </svg>
      </a>
    </>
  );
}
