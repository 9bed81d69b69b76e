import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const every = 3000;

/** Asks for the page's data again as long as it moves and somebody looks. Without a script there is a link. */
export function useLookingAgain(isMoving: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') revalidate();
    }, every);
    return () => clearInterval(timer);
  }, [isMoving, revalidate]);
}
