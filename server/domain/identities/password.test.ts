import { describe, expect, test } from "vitest";
import { inTurn } from "./in-turn";
import { hashPassword, isPassword, needsRehash } from "./password";
import { isPlain } from "./plain-passwords";

describe("a password", () => {
  test("is kept as a PHC string of argon2id and known again", async () => {
    const secret = await hashPassword("four words in a row");
    expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await isPassword("four words in a row", secret)).toBe(true);
    expect(await isPassword("four words in a roW", secret)).toBe(false);
    expect(await hashPassword("four words in a row")).not.toBe(secret);
  });

  test("is the same however a keyboard composes its letters", async () => {
    const secret = await hashPassword("A\u030asa is a potter");
    expect(await isPassword("Åsa is a potter", secret)).toBe(true);
  });

  test("made elsewhere at another cost is known, and due for a new hash", async () => {
    // Of the argon2 reference implementation: argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32, of the word "password".
    const elsewhere = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await isPassword("password", elsewhere)).toBe(true);
    expect(needsRehash(elsewhere)).toBe(true);
    expect(needsRehash(await hashPassword("four words in a row"))).toBe(false);
  });

  test("of nobody, or one that cannot be read, is never right", async () => {
    expect(await isPassword("", null)).toBe(false);
    expect(await isPassword("x", "plain text")).toBe(false);
    expect(await isPassword("x", "$argon2id$v=19$m=99999999999,t=2,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAA")).toBe(false);
  });

  test.each([
    "1234567890",
    "Password123",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "Candy@Village.example",
    "candycandy",
    "The Village!",
  ])("that is %s would be guessed at once", (it) =>
    expect(isPlain(it, ["candy", "candy@village.example", "The Village", null])).toBe(true),
  );

  test("of a few words is not plain", () => {
    expect(isPlain("kettle printer grudge", ["candy", "candy@village.example", "The Village"])).toBe(false);
  });
});

const full = () => {
  throw new Error("the door is full");
};

describe("work in turn", () => {
  test("is turned away where too much of it waits, and taken again afterwards", async () => {
    const limited = inTurn(1, 2, full);
    let go = () => {};
    const held = new Promise<void>((done) => {
      go = done;
    });
    const inside = Array.from({ length: 3 }, () => limited(() => held));
    await expect(limited(() => held)).rejects.toThrow("the door is full");
    go();
    await Promise.all(inside);
    expect(await limited(async () => "let in")).toBe("let in");
  });

  test("runs four at once, in the order it came, and goes on after a failure", async () => {
    const limited = inTurn(4, 100, full);
    const seen: number[] = [];
    let running = 0;
    let most = 0;
    const work = Array.from({ length: 20 }, (_, index) =>
      limited(async () => {
        seen.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((done) => setTimeout(done, 1));
        running -= 1;
        if (index === 3) throw new Error("one of them fails");
      }).catch(() => undefined),
    );
    await Promise.all(work);
    expect(most).toBe(4);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });
});
