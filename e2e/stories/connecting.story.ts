import { expect, test } from "../people";

const note = "We spoke at the market about dominoes and drainage, and I would like to go on with it.";

test("Bert asks Tomás to connect, he accepts, and Hank, who knows both, reads of it", async ({ as }) => {
  const [bert, tomas, hank] = [await as("Bert"), await as("Tomás Ibarrola"), await as("Hank")];
  await bert.standsWith("Tomás Ibarrola", "Connect");
  await bert.asksToConnect("Tomás Ibarrola", note);
  await bert.sees("Your request is on its way to Tomás Ibarrola.");
  await bert.findsNothingInTheWay();
  await bert.standsWith("Tomás Ibarrola", "Requested");

  await tomas.standsWith("Bert", "Answer their request");
  await tomas.opens("/feed");
  await tomas.sees("Waiting for your answer");
  await tomas.findsNothingInTheWay();
  await tomas.opens("/requests");
  await tomas.sees(note);
  await tomas.presses("Accept the request of Bert");
  await tomas.sees("You and Bert are connected now.");
  await tomas.findsNothingInTheWay();
  await tomas.standsWith("Bert", "Connected");
  await bert.standsWith("Tomás Ibarrola", "Connected");

  await hank.opens("/feed");
  await hank.sees(/Bert connected with Tomás Ibarrola|Tomás Ibarrola connected with Bert/);
  await hank.findsNothingInTheWay();
});

test("Bert ends it and takes that back; Tomás blocks him, and neither finds the other", async ({ as }) => {
  const [bert, tomas] = [await as("Bert"), await as("Tomás Ibarrola")];
  await bert.visits("Tomás Ibarrola");
  await bert.presses("End, mute or block");
  await bert.presses("End the connection");
  await bert.sees("You and Tomás Ibarrola are not connected any more.");
  await bert.presses("Undo");
  await bert.sees("You and Tomás Ibarrola are connected again, as before.");
  await bert.findsNothingInTheWay();
  await tomas.standsWith("Bert", "Connected");

  await tomas.presses("End, mute or block");
  await tomas.presses(/^Block$/);
  await tomas.sees("You blocked Bert.");
  await tomas.findsNothingInTheWay();
  await bert.findsNothingAt("/m/tomas");
  await bert.opens("/network");
  await bert.doesNotSee("Tomás Ibarrola");
  await bert.findsNothingInTheWay();
  const garden = await tomas.reads("A garden on eleven euros a month", "Tomás Ibarrola");
  await tomas.sees("Not available to you.");
  await bert.findsNothingAt(garden);
});

test("Hank declines Seun, who is not told, and can think again", async ({ as }) => {
  const [seun, hank] = [await as("Seun"), await as("Hank")];
  await seun.asksToConnect("Hank", note);
  await hank.opens("/requests");
  await hank.presses("Decline the request of Seun");
  await hank.sees("You declined the request of Seun. They are not told.");
  await hank.findsNothingInTheWay();
  await hank.presses("Undo");
  await hank.sees("The request of Seun waits again.");
  await hank.presses("Decline the request of Seun");
  await hank.sees("They are not told.");
  await hank.opens("/requests/declined");
  await hank.sees(note);
  await hank.findsNothingInTheWay();

  await seun.standsWith("Hank", "Requested");
  await seun.opens("/requests/sent");
  await expect(seun.page.getByRole("listitem").filter({ hasText: "Hank" }).last()).toContainText("pending");
  await seun.findsNothingInTheWay();
  await seun.opens("/notifications");
  await seun.doesNotSee("Hank");
});

test("Fiadh takes her request to Renske back, and it is gone from Renske's list", async ({ as }) => {
  const [fiadh, renske] = [await as("Fiadh"), await as("Renske")];
  await fiadh.asksToConnect("Renske", note);
  await renske.opens("/requests");
  await renske.sees(note);
  await fiadh.opens("/requests/sent");
  await fiadh.presses("Withdraw the request to Renske");
  await fiadh.sees("You withdrew your request to Renske.");
  await fiadh.findsNothingInTheWay();
  await renske.opens("/requests");
  await renske.doesNotSee(note);
  await renske.doesNotSee("Fiadh");
  await renske.findsNothingInTheWay();
});

test("Priya and Dilys ask each other in the same moment, and are connected once", async ({ as }) => {
  const [priya, dilys] = [await as("Priya"), await as("Dilys Prydderch")];
  const between = [
    [priya, "Dilys Prydderch"],
    [dilys, "Priya"],
  ] as const;
  for (const [who, other] of between) {
    await who.visits(other);
    await who.presses("Connect");
    await who.chooses("How do you know each other?", "Somebody introduced us");
    await who.fills("Your note", note);
  }
  await Promise.all(between.map(([who]) => who.presses("Send the request")));
  await Promise.all(between.map(([who]) => who.page.waitForURL(/did=(asked|connected)/)));
  for (const [who, other] of between) {
    await who.standsWith(other, "Connected");
    await who.opens("/network");
    await expect(who.page.getByRole("main").getByRole("link", { name: other, exact: true })).toHaveCount(1);
    await who.opens("/requests");
    await who.doesNotSee(note);
    await who.findsNothingInTheWay();
  }
});
