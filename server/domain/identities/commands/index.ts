export { enter } from "./enter";
export { becomeOwner } from "./first";
export { join } from "./join";
export { askLink, enterByLink } from "./link";
export { askMailChange, proveMail } from "./mail";
export { changePassword } from "./password";
export { removeAccount } from "./provider";
export { removeVillage } from "./village";
export { endOtherSessions, endSession, forgetOldSessions, signOut } from "./sessions";
