import { expect, type Locator, type Page } from "@playwright/test";
import type { Name } from "#/db/seed/village";
import { people } from "#/db/seed/village/people";
import { violations } from "./axe";
import type { Village } from "./site/open";

/** Whatever the site under test is: the village's, unless a story starts its own. */
export const site = () => village()?.url ?? "";

/** The password of everybody in the village. */
export const villagePassword = () => village()?.password ?? "";

/** The folder of the site under test. */
export const dataOfSite = () => village()?.data ?? "";

/** The village of this worker; there are none where every story starts its own site. */
function village(): Village | undefined {
  const villages: Village[] = JSON.parse(process.env.KITH_STORY_VILLAGES ?? "[]");
  return villages[Number(process.env.TEST_PARALLEL_INDEX)];
}

export const handleOf = (name: Name): string => people.find((person) => person.name === name)?.handle ?? name;

type Post = { title: string; words: string; audience?: "Everyone" | "Members" | "My network" | "Only me" };

/** A person in a browser of their own. */
export class Person {
  readonly name: string;
  readonly page: Page;
  readonly home: string;
  /** What the browser complained about: errors of scripts, things a policy refused. */
  readonly complaints: string[];

  constructor(name: string, page: Page, home = site()) {
    this.name = name;
    this.page = page;
    this.home = home;
    this.complaints = complaintsOf(page);
  }

  /** Opens an address of the site. */
  async opens(path: string): Promise<void> {
    const answer = await this.page.goto(new URL(path, this.home).href);
    expect(answer?.status(), `${this.name} opens ${path}`).toBeLessThan(500);
  }

  /** Opens a conversation, and waits until what eases reading it is there: it listens then for what comes. */
  async settlesAt(path: string): Promise<void> {
    await Promise.all([this.page.waitForResponse((answer) => answer.url().includes("/live?")), this.opens(path)]);
  }

  /** Opens somebody's page. */
  visits = (name: Name): Promise<void> => this.opens(`/m/${handleOf(name)}`);

  /** Finds that an address leads nowhere, for this person. */
  async findsNothingAt(path: string): Promise<void> {
    const answer = await this.page.goto(new URL(path, this.home).href);
    expect(answer?.status(), `${this.name} opens ${path}`).toBe(404);
  }

  /** Expects words to be readable on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible();
  }

  async doesNotSee(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words)).toHaveCount(0);
  }

  /** Expects the page to be this one, by its first heading. */
  async isAt(heading: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }

  /** Presses a button or follows a link by its name, and waits for what it leads to. */
  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).or(this.page.getByRole("link", { name })).first().click();
  }

  async fills(label: string | RegExp, words: string): Promise<void> {
    await this.page.getByLabel(label).and(this.page.locator("input, textarea")).first().fill(words);
  }

  /** Chooses one of a few under a legend. */
  async chooses(legend: string, option: string | RegExp): Promise<void> {
    await this.page.getByRole("group", { name: legend }).getByRole("radio", { name: option }).check();
  }

  /** Signs in at the door; from wherever it was asked for. */
  async signsIn(who: string, password = villagePassword()): Promise<void> {
    if (!this.page.url().includes("/enter")) await this.opens("/enter");
    await this.fills("Handle or mail address", who);
    await this.fills("Password", password);
    await this.page.getByRole("button", { name: /^Sign in$/ }).click();
    await this.page.waitForURL((url) => url.pathname !== "/enter");
  }

  /** Makes a place for oneself. */
  async joins(handle: string, password: string): Promise<void> {
    await this.opens("/join");
    await this.page.getByLabel("Name", { exact: true }).fill(this.name);
    await this.fills("Handle", handle);
    await this.fills("Mail address", `${handle}@post.example`);
    await this.fills("Password", password);
    await this.page.getByRole("button", { name: "Join" }).click();
    await this.page.waitForURL((url) => url.pathname !== "/join");
  }

  /** Finds a post by its author's page. @returns its address */
  async reads(title: string, by: Name): Promise<string> {
    await this.visits(by);
    await this.page.getByRole("heading", { name: title }).getByRole("link").click();
    await this.isAt(title);
    return new URL(this.page.url()).pathname;
  }

  /** What an address answers to this person, as it comes over the wire. */
  async fetches(path: string): Promise<string> {
    return (await this.page.request.get(new URL(path, this.home).href)).text();
  }

  /** Publishes a post. @returns its address */
  async writes({ title, words, audience = "Everyone" }: Post): Promise<string> {
    await this.opens("/write");
    await this.fills("Title", title);
    await this.fills("Your words", words);
    await this.chooses("Who can read this", new RegExp(`^${audience}`));
    await this.presses(/^Publish$/);
    await this.isAt(title);
    return new URL(this.page.url()).pathname;
  }

  /** Says something under the post that is open. @returns the comment's key */
  async comments(words: string): Promise<string> {
    await this.fills("Your comment", words);
    await this.presses(/^Comment$/);
    return this.arrivesAtOwnWords();
  }

  /** Answers a comment of somebody on the page that is open. @returns the reply's key */
  async replies(to: string, words: string): Promise<string> {
    await this.said(to)
      .getByRole("link", { name: /^Reply/ })
      .click();
    await this.fills(/^Your reply to/, words);
    await this.presses(/^Reply$/);
    return this.arrivesAtOwnWords();
  }

  async arrivesAtOwnWords(): Promise<string> {
    await this.page.waitForURL(/#c-\w{10}$/);
    return this.page.url().slice(-10);
  }

  /** Asks a member to connect, from their page. */
  async asksToConnect(name: Name, note: string): Promise<void> {
    await this.visits(name);
    await this.presses("Connect");
    await this.chooses("How do you know each other?", "We have met in person");
    await this.fills("Your note", note);
    await this.presses("Send the request");
    await this.page.waitForURL(/did=(asked|connected)/);
  }

  /** Reads off a member's page how one stands with them. */
  async standsWith(name: Name, state: string): Promise<void> {
    await this.visits(name);
    await expect(this.page.getByRole("main").getByText(state, { exact: true })).toBeVisible();
  }

  /** The place of a comment with these words in it. */
  said(words: string | RegExp): Locator {
    return this.page.locator("ol.thread > li").filter({ hasText: words });
  }

  /**
   * Nothing here keeps anybody out: axe at WCAG 2.2 AA and best practice in light and dark, and a quiet console.
   * @param except what is left out, by a selector: words that somebody else answers for
   * @param themes 1 leaves the dark one out, where the same page is looked at again
   */
  async findsNothingInTheWay({ except, themes = 2 }: { except?: string; themes?: 1 | 2 } = {}): Promise<void> {
    const found = await violations(this.page, themes === 2 ? ["light", "dark"] : ["light"], except);
    expect.soft(found, `${this.page.url()}, for ${this.name}`).toEqual([]);
    expect.soft(this.complaints.splice(0), `${this.page.url()}, the console of ${this.name}`).toEqual([]);
  }
}

/** Chromium also calls a page that says 404 an error; whether that is one is the story's to say. */
function complaintsOf(page: Page): string[] {
  const heard: string[] = [];
  const documents = new Set<string>();
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents.add(request.url());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("console", (message) => {
    const isAnswer = message.text().startsWith("Failed to load resource") && documents.has(message.location().url);
    if (message.type() === "error" && !isAnswer) heard.push(`${message.text()} (${message.location().url})`);
  });
  return heard;
}
