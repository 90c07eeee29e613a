/** Whoever wrote or did something, linked where they have a place here. */
export function WriterLink({ who }: { who: { name: string; handle: string | null } | null }) {
  if (!who) return <>Somebody who is gone</>;
  if (!who.handle) return <bdi>{who.name}</bdi>;
  return (
    <a href={`/m/${who.handle}`}>
      <bdi>{who.name}</bdi>
    </a>
  );
}
