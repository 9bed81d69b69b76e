import { Link, type LinkProps } from '../link/link.tsx';
import type { ComponentPropsWithoutRef } from 'react';

/** With `to` it is a link that looks like a button, else a button, which submits unless told otherwise. */
export type ButtonProps =
  | (ComponentPropsWithoutRef<'button'> & { to?: undefined; small?: boolean })
  | (LinkProps & { small?: boolean });

function Press({ base, small, className, ...props }: ButtonProps & { base: string }) {
  const classes = [base, small && 'btn-small', className].filter(Boolean).join(' ');
  if (props.to !== undefined) return <Link {...props} className={classes} />;
  return <button type="submit" {...props} className={classes} />;
}

export function Button(props: ButtonProps) {
  return <Press {...props} base="btn" />;
}

export function QuietButton(props: ButtonProps) {
  return <Press {...props} base="btn btn-quiet" />;
}
