/** The channel on which every Kith hears of committed facts: a JSON list of the page tags they make untrue. */
export const channel = "kith_told";
