import { Link } from '@remix-run/react';

export type WordmarkProps = { name: string; home?: string; logo?: { src: string; alt: string } };

/** A logo that already shows the name carries it in `alt`; else the name stands beside it in type. */
export function Wordmark({ name, home = '/', logo }: WordmarkProps) {
  return (
    <Link className="wordmark" to={home}>
      {logo && <img src={logo.src} alt={logo.alt} />}
      {logo?.alt ? null : <span dir="auto">{name}</span>}
    </Link>
  );
}
