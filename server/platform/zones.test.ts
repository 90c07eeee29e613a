import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, isZone, localIn } from "./zones";

describe("a wall clock in a zone", () => {
  test.for([
    ["2026-11-24T09:00", "UTC", "2026-11-24T09:00:00.000Z"],
    ["2026-11-24T09:00", "Europe/Berlin", "2026-11-24T08:00:00.000Z"],
    ["2026-07-01T09:00", "America/New_York", "2026-07-01T13:00:00.000Z"],
    ["2026-07-01T09:00", "Asia/Kathmandu", "2026-07-01T03:15:00.000Z"],
    ["2026-07-01T09:00", "Pacific/Kiritimati", "2026-06-30T19:00:00.000Z"],
  ])("says %s in %s at %s", ([wall = "", zone = "", at]) => {
    expect(instantOf(wall, zone)?.toISOString()).toBe(at);
    expect(localIn(new Date(at ?? ""), zone)).toBe(wall);
  });

  test("has no instant for an hour that is left out when the clocks go forward, nor for a day that is none", () => {
    expect(instantOf("2026-03-29T02:30", "Europe/Berlin")).toBeNull();
    expect(instantOf("2011-12-30T12:00", "Pacific/Apia")).toBeNull();
    expect(instantOf("2026-02-30T12:00", "UTC")).toBeNull();
    expect(instantOf("tomorrow", "UTC")).toBeNull();
  });

  test("means the first of two when the clocks go back", () => {
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });

  test("is read back as it was written, in every zone there is", () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });
    const zones = fc.constantFrom("UTC", ...Intl.supportedValuesOf("timeZone"));
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const wall = localIn(new Date(minute * 60_000), zone);
        const at = instantOf(wall, zone);
        expect(at && localIn(at, zone)).toBe(wall);
        expect(at?.getTime()).toBeLessThanOrEqual(minute * 60_000);
      }),
    );
  });
});

test("a zone is one that this system knows by name", () => {
  for (const zone of ["UTC", "Europe/Berlin", "Asia/Calcutta", "Etc/GMT+3"]) expect(isZone(zone), zone).toBe(true);
  for (const zone of ["", "Mars/Olympus", "+01:00", "Europe/Berlin\n", "x".repeat(80)])
    expect(isZone(zone), zone).toBe(false);
});
