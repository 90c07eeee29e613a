/** What is said when a member cannot be found, named or changed. */
export const refusals = {
  "no-such-member": "Nobody here has this name.",
  "handle-taken": "Somebody here has this handle already, or one that looks the same. Please choose another.",
  "handle-kept": "This handle is kept for the house. Please choose another.",
  "handle-too-soon": "You changed your handle often enough for now. Please come back to it later.",
  "mail-taken":
    "This mail address belongs to somebody here. If it is yours, have a link mailed to it and come in by that.",
  "not-yourself": "Nobody can do this to themselves.",
  "not-your-rank": "This is not yours to do.",
  "already-suspended": "This member is suspended already.",
  "not-suspended": "This member is not suspended.",
  "last-owner": "A site needs an owner. Make somebody else an owner first.",
};
