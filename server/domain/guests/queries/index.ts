export { guestLetter } from "./letter";
export { claimable } from "./mine";
