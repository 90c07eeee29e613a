/** A viewer and a site to draw the shell with. */
export const site = { title: "The Long Table", tagline: "Pull up a chair. Take all the room you need to answer." };

export const viewer = {
  name: "Marta Lindqvist",
  handle: "marta",
  role: "moderator",
  waitingRequests: 2,
  unread: 5,
  queue: 1,
} as const;
