import { api } from "#/app/api";
import { type Deed, Did, deeds } from "#/components/connections/did";
import { counted } from "#/components/connections/words";
import { Moment } from "#/components/ui/moment";
import { one, type Search } from "./places";
import { takeBack } from "./take-back";

const undoable: readonly Deed[] = ["accepted", "declined", "ended", "muted", "blocked"];

/** The line that says what was just done here, read from the address, with its way back. */
export async function JustDone({ search, here }: { search: Search; here: string }) {
  const asked = await search;
  const [did, who, request, count] = [
    one(asked.did),
    one(asked.who),
    one(asked.request),
    Number(one(asked.count) ?? 0),
  ];
  if (did === "accept-chosen" || did === "decline-chosen") return <Chosen did={did} count={count} />;
  const deed = deeds.find((word) => word === did);
  if (!deed) return null;
  const undo = undoable.includes(deed) ? takeBack : undefined;
  const fields = { did: deed, who: who ?? "", request: request ?? "", here };
  return <Did deed={deed} name={await nameOf(who)} undo={undo} fields={fields} />;
}

function Chosen({ did, count }: { did: "accept-chosen" | "decline-chosen"; count: number }) {
  const requests = counted(Number.isSafeInteger(count) ? count : 0, "request");
  return (
    <div className="mb-6">
      <Moment>
        {did === "accept-chosen" ? `You accepted ${requests}.` : `You declined ${requests}; they wait under Declined.`}
      </Moment>
    </div>
  );
}

async function nameOf(handle: string | undefined): Promise<string> {
  if (!handle) return "them";
  const { connections } = await api();
  return connections.standing({ handle }).then(
    ({ member }) => member.name,
    () => "them",
  );
}
