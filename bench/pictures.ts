import { monitorEventLoopDelay } from "node:perf_hooks";
import sharp from "sharp";
import { makePicture } from "#/server/platform/pictures";

/* What a photograph from a phone costs: 12 million pixels with fine detail, made anew in three widths. */
const rounds = 5;

const noise = { type: "gaussian", mean: 128, sigma: 24 } as const;
const rough = await sharp({ create: { width: 1000, height: 750, channels: 3, background: "#808080", noise } })
  .png()
  .toBuffer();
const photo = await sharp(rough).resize(4000, 3000).jpeg({ quality: 90 }).toBuffer();

const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();
const times: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const { forms } = await makePicture(photo, 50_000_000);
  const { user, system } = process.cpuUsage(cpu);
  times.push(performance.now() - began);
  const sizes = forms.map(({ width, bytes }) => `${width}: ${Math.round(bytes.length / 1000)} KB`).join(", ");
  console.log(
    `${Math.round(performance.now() - began)} ms, ${Math.round((user + system) / 1000)} ms of CPU; ${Math.round(photo.length / 1000)} KB became ${sizes}`,
  );
}
delay.disable();
console.log(
  `median ${Math.round(times.sort((a, b) => a - b)[rounds >> 1] ?? 0)} ms; the longest anybody else waited: ${Math.round(delay.max / 1e6)} ms`,
);
