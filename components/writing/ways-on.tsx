import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

/** What may become of words that are too long for one comment. They work without a script as well. */
export const WaysOn = ({ most }: { most: number }) => (
  <Notice tone="warning">
    This is more than one comment holds. Nothing is cut: it can be one comment in parts, or a post of its own.
    <input type="hidden" name="most" value={most} />
    <span className="form-acts mt-2">
      <Button small type="submit" name="intent" value="parts">
        Send it in parts
      </Button>
      <Button small type="submit" name="intent" value="post">
        Make it a post of its own
      </Button>
    </span>
  </Notice>
);
