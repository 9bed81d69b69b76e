/** A room in words, or the address of a call as a link; nothing but the web's own kinds of address becomes one. */
export function PlaceWords({ place }: { place: string }) {
  const [before = '', address = '', ...after] = place.split(/(https:\/\/[^\s<>"]+)/);
  if (address === '') return <span dir="auto">{place}</span>;
  return (
    <span dir="auto">
      {before}
      <a className="talk-call" href={address} rel="noopener noreferrer">
        {address}
      </a>
      {after.join('')}
    </span>
  );
}
