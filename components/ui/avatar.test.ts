import { describe, expect, test } from "vitest";
import { avatarClass, avatarLetters } from "./avatar";

describe("an avatar", () => {
  test("shows the first letter of the first and of the last word", () => {
    expect(avatarLetters("Shawn Powers")).toBe("SP");
    expect(avatarLetters("Candy")).toBe("C");
    expect(avatarLetters("élise de la tour")).toBe("ÉT");
    expect(avatarLetters("…")).toBe("?");
  });

  test("has one colour for a handle, however it is written", () => {
    expect(avatarClass("Justin")).toBe(avatarClass("justin"));
    expect(avatarClass("justin", "small")).toMatch(/^avatar avatar-[0-7] avatar--small$/);
  });
});
