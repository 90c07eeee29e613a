// Runs in the browser before anything of a page does. Zod tries whether it may compile its checks, and our policy, which
// lets nothing be compiled, would report each try as an attack. It is told here because importing zod for it would
// bring zod to every page.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
