import { Mark } from "#/components/shell/mark";
import { Shell } from "#/components/shell/shell";
import { Avatar } from "#/components/ui/avatar";
import { Badge } from "#/components/ui/badge";
import { Button, ButtonLink } from "#/components/ui/button";
import { Dialog, DialogOpener } from "#/components/ui/dialog";
import { Item } from "#/components/ui/item";
import { Menu } from "#/components/ui/menu";
import { Moment } from "#/components/ui/moment";
import { Notice } from "#/components/ui/notice";
import { PageHead } from "#/components/ui/page-head";
import { Pager } from "#/components/ui/pager";
import { Skeleton } from "#/components/ui/skeleton";
import { EmptyState, Refused } from "#/components/ui/states";
import { TextLink } from "#/components/ui/text-link";
import { Time } from "#/components/ui/time";
import { WordDiff } from "#/components/ui/word-diff";
import { Forms } from "./forms";
import { site } from "./people";

const names = [
  "Candy Moreau",
  "Justin Okafor",
  "Shawn Powers",
  "Łucja Šimková",
  "Noor Haddad",
  "Dag Ferreira",
  "Marta",
  "李 明",
];

export default function Gallery() {
  return (
    <Shell viewer={null} site={site}>
      <PageHead title="The visual words of Kith">
        Everything there is to build a page from, in every state. See also{" "}
        <TextLink href="/dev/ui/front">a front page</TextLink> and{" "}
        <TextLink href="/dev/ui/post">a post with its thread</TextLink>.
      </PageHead>
      <Marks />
      <Buttons />
      <Forms />
      <Notices />
      <Items />
      <States />
      <Versions />
    </Shell>
  );
}

function Marks() {
  return (
    <section className="mb-12 grid gap-4">
      <h2>Mark, badges, people, time</h2>
      <p className="form-acts text-accent">
        {["size-4", "size-6", "size-10", "size-20"].map((size) => (
          <span key={size} className={size}>
            <Mark />
          </span>
        ))}
      </p>
      <p className="form-acts">
        {names.map((name) => (
          <Avatar key={name} name={name} handle={name} />
        ))}
        <Avatar name="Candy Moreau" handle="candy" size="small" />
        <Avatar name="Candy Moreau" handle="candy" size="large" />
      </p>
      <p className="form-acts">
        <Badge>edited</Badge> <Badge tone="accent">moderator</Badge> <Badge tone="warning">held</Badge>
        <Time at="2026-11-20T18:30:00Z" /> <Time at="2026-11-20T18:30:00Z" how="date" />
      </p>
    </section>
  );
}

function Buttons() {
  return (
    <section className="mb-12 grid gap-4">
      <h2>Buttons, menu, dialog</h2>
      <p className="form-acts">
        <Button variant="primary">Connect</Button>
        <Button>Withdraw</Button>
        <Button variant="danger">Hide this comment</Button>
        <Button variant="primary" busy>
          Sending…
        </Button>
        <Button disabled>Closed</Button>
        <ButtonLink href="#link">As a link</ButtonLink>
        <Button small>Small</Button>
        <button className="plain" type="button">
          Plain, in a line
        </button>
      </p>
      <div className="form-acts">
        <Menu label="More">
          <li>
            <a href="#edit">Edit</a>
          </li>
          <li>
            <button type="button">Delete</button>
          </li>
        </Menu>
        <DialogOpener dialog="sure" href="#sure">
          Delete this post
        </DialogOpener>
      </div>
      <Dialog id="sure" title="Delete “What a letter is for”?">
        <p>Its 10 comments stay readable under a line that says it is gone. You can take this back for seven days.</p>
        <p className="form-acts">
          <Button variant="danger">Delete</Button>
        </p>
      </Dialog>
    </section>
  );
}

function Notices() {
  return (
    <section className="mb-12 grid gap-5">
      <h2>Notices and moments</h2>
      <Notice title="For your information.">Comments close here on Friday.</Notice>
      <Notice tone="success" title="Sent.">
        Justin will see your request when he next looks in.
      </Notice>
      <Notice tone="warning" title="This thread is heated.">
        Your next reply can be sent in three minutes; it is kept until then.
      </Notice>
      <Notice tone="problem" title="Not sent.">
        The comment is 2,310 characters too long. Your text is still here.
      </Notice>
      <Moment undo="/dev/ui">You declined the request.</Moment>
      <Moment undo="/dev/ui" brief>
        Your comment is published.
      </Moment>
    </section>
  );
}

function Items() {
  return (
    <section className="mb-12">
      <h2 className="mb-4">Requests, reports, notifications</h2>
      <ul>
        <Item
          who={{ name: "Dag Ferreira", handle: "dag" }}
          head={<a href="#dag">Dag Ferreira</a>}
          facts="You both answered Candy twice · 3 mutual connections · asked yesterday"
          quote="We sat at opposite ends of the dinner and I was told you keep bees. I would like to hear about the bees."
          acts={
            <>
              <Button variant="primary">Accept</Button>
              <Button>Decline</Button>
            </>
          }
        />
        <Item
          who={{ name: "Shawn Powers", handle: "shawn" }}
          unread
          head={
            <>
              <a href="#s">Shawn Powers</a> answered you on <TextLink href="#p">What a letter is for</TextLink>
            </>
          }
          facts={<Time at="2026-11-21T11:02:00Z" />}
        />
        <Item
          head={
            <>
              A comment by <a href="#x">Rolf</a> was reported <Badge tone="warning">2 reports</Badge>
            </>
          }
          facts="Aimed at a person · by Noor and Candy · 20 minutes ago"
          quote="You people would not know a real conversation if it rang your doorbell."
          acts={
            <>
              <Button variant="danger" small>
                Hide
              </Button>
              <Button small>Leave it</Button>
            </>
          }
        />
      </ul>
    </section>
  );
}

function States() {
  return (
    <section>
      <h2 className="mb-4">Waiting, empty, broken, refused, the end</h2>
      <Skeleton lines={5} />
      <EmptyState title="Nobody has asked yet" next={<ButtonLink href="#m">See who writes here</ButtonLink>}>
        <p>Requests to connect will wait here until you have answered them.</p>
      </EmptyState>
      <Refused title="This post is for Candy’s connections">
        <p>You can ask Candy to connect; when she accepts, it opens.</p>
      </Refused>
      <Pager of="Comments" newer="#newer" older="#older" />
      <Pager of="Posts" newer="#newer" />
    </section>
  );
}

const changed = [
  { kind: "same", words: "A letter is for " },
  { kind: "taken", words: "telling somebody something" },
  { kind: "added", words: "being in a room with somebody" },
  { kind: "same", words: " who is not there.\n\n" },
  { kind: "added", words: "I learned this late.\n\n" },
  { kind: "same", words: "It needs no news." },
] as const;

function Versions() {
  return (
    <section className="mb-12 grid gap-4">
      <h2>Two versions of a text</h2>
      <WordDiff changes={changed} />
    </section>
  );
}
