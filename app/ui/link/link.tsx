import { Link as RoutedLink } from '@remix-run/react';
import { createContext, useContext, type ComponentPropsWithoutRef } from 'react';

/** True around a page without the program's scripts. */
export const PlainLinksContext = createContext(false);

export type LinkProps = ComponentPropsWithoutRef<'a'> & {
  /** An address of ours, from its first slash. */
  to: string;
  /** For the router alone. */
  preventScrollReset?: true;
  reloadDocument?: true;
};

/** A link of the frame and of pages to read. Where no script will follow it, it is drawn as what it is, and not routed. */
export function Link({ to, preventScrollReset, reloadDocument, children, ...props }: LinkProps) {
  const isPlain = useContext(PlainLinksContext);
  if (!isPlain) {
    return (
      <RoutedLink to={to} preventScrollReset={preventScrollReset} reloadDocument={reloadDocument} {...props}>
        {children}
      </RoutedLink>
    );
  }
  return (
    <a {...props} href={to}>
      {children}
    </a>
  );
}
