"use client";

import { type ComponentType, useEffect, useState } from "react";

/** Looks whether something waits to be sent; what shows and sends it is loaded only then. */
export function OutboxWatch() {
  const [Bar, setBar] = useState<ComponentType | null>(null);
  useEffect(() => {
    const look = () => {
      if (navigator.onLine && localStorage.getItem("kith:outbox"))
        import("./outbox-bar").then(
          ({ OutboxBar }) => setBar(() => OutboxBar),
          () => undefined,
        );
    };
    try {
      look();
    } catch {
      // This browser keeps nothing, so nothing waits.
    }
    addEventListener("kith:outbox", look);
    addEventListener("online", look);
    return () => {
      removeEventListener("kith:outbox", look);
      removeEventListener("online", look);
    };
  }, []);
  return Bar && <Bar />;
}
