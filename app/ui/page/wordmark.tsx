import { Link } from '../link/link.tsx';
import { createContext, useContext } from 'react';

/** The address of a logo that shows the name. Told once around all pages, so that none has to hand it on. */
export const LogoContext = createContext<string | null>(null);

export type WordmarkProps = { name: string; home?: string };

export function Wordmark({ name, home = '/' }: WordmarkProps) {
  const logo = useContext(LogoContext);
  return (
    <Link className="wordmark" to={home}>
      {logo ? <img src={logo} alt={name} /> : <span dir="auto">{name}</span>}
    </Link>
  );
}
