export { bringBackDraft, discardDraft, emptyDiscarded } from "./discard";
export { endDraft, forgetEndedDrafts } from "./end";
export { keepDraft } from "./keep";
export { takeOther } from "./take-other";
