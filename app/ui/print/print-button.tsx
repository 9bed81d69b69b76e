import { useSyncExternalStore, type ReactNode } from 'react';
import { Button } from '../form/button.tsx';

const neverChanges = () => () => {};

/** Only a script can print, so without one there is nothing to press. */
export function PrintButton({ children }: { children: ReactNode }) {
  const scripted = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  if (!scripted) return null;
  return (
    <Button type="button" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
