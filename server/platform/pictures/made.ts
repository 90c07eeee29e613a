/** One form of a picture: as a still in a width, or (`play`) moving. */
export type Form = { width: number | "play"; bytes: Uint8Array };

/** A picture that was made anew, with its size in pixels in its largest form. */
export type Made = { width: number; height: number; forms: Form[] };

/** What was sent is no picture that can be shown here; `pixels` says how many it has where they are too many. */
export class PictureRefused extends Error {
  readonly because: "not-a-picture" | "broken" | "too-many-pixels" | "too-busy";
  readonly pixels: number | undefined;

  constructor(because: PictureRefused["because"], pixels?: number) {
    super(because);
    this.name = "PictureRefused";
    this.because = because;
    this.pixels = pixels;
  }
}
