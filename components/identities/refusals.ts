/** What is said at the door. */
export const refusals = {
  "not-let-in": "This handle or mail address and this password do not belong together.",
  suspended: "This account is suspended. The moderators wrote: {reason}",
  "too-many-tries": "That was tried too often. Please try again in {minutes} min, or have a link mailed to you then.",
  "too-many-mails":
    "Several letters went to this address already. Please look for them, or ask again in {minutes} min.",
  "too-many-joined": "Many people joined from where you are. Please try again in {minutes} min.",
  "door-full": "Very many people are at the door just now. Please try again in a minute.",
  "not-open": "This site does not take new members at the moment.",
  "password-too-plain":
    "This password would be guessed at once. A few words that only you would put together are better.",
  "password-wrong": "This is not your present password.",
  "link-gone": "This link has been used, replaced by a newer one, or has run out. Please ask for another.",
  "link-not-yours": "This link was made for another member. Please sign in as them, or leave it.",
  "owner-is-here": "This site has an owner already. Please sign in or join like everybody else.",
  "no-such-session": "That session has ended already.",
  "no-such-account": "That account is not tied to yours any more.",
  "last-way-in": "This is your only way in. Set a password or prove a mail address first.",
  "account-of-another": "That account belongs to another member here.",
};
