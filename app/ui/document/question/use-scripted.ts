import { useEffect, useState } from 'react';

/** False in the page as it is sent, true once a script runs in it. */
export function useScripted(): boolean {
  const [scripted, setScripted] = useState(false);
  useEffect(() => {
    // After the page has come alive: what is changed while it does throws React's work away.
    const frame = requestAnimationFrame(() => setScripted(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return scripted;
}
