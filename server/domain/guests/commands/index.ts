export { claimComments } from "./claim";
export { confirmAsGuest, forgetGuestWords } from "./confirm";
export { distrustGuestOf, trustGuestOf } from "./trust";
export { writeAsGuest } from "./write";
