const programs: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrom(e|ium)\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/^curl\//, "curl"],
];

const machines: [RegExp, string][] = [
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "an Android device"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "a Mac"],
  [/\bCrOS\b/, "a Chromebook"],
  [/\bLinux\b/, "Linux"],
];

const first = (among: [RegExp, string][], agent: string) => among.find(([sign]) => sign.test(agent))?.[1];

/** What a browser calls itself, in words a person knows: "Firefox on Windows". The order of the lists matters. */
export function agentInWords(agent: string): string {
  const [program, machine] = [first(programs, agent), first(machines, agent)];
  if (program && machine) return `${program} on ${machine}`;
  return program ?? (machine ? `A browser on ${machine}` : "A browser that does not say its name");
}
