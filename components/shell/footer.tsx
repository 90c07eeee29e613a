import { ThemeSwitch } from "./theme-switch";

/** The last line of every page: ways to follow from elsewhere, what this is, and light or dark. */
export function Footer() {
  return (
    <footer className="bottom">
      <div className="bottom-line">
        <ul>
          <li>
            <a href="/feeds">Web feeds</a>
          </li>
          <li>
            <a href="/about">About, and who sees what</a>
          </li>
        </ul>
        <ThemeSwitch />
      </div>
    </footer>
  );
}
