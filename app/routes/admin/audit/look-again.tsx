import { Link, useRevalidator } from '@remix-run/react';
import { useEffect, type ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Notice } from '#app/ui/page/banner.tsx';

const every = 2000;

/** Something is under way. The page looks again by itself; without a script there is the link. */
export function UnderWay({ here, children }: { here: string; children: ReactNode }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const looking = setInterval(revalidate, every);
    return () => clearInterval(looking);
  }, [revalidate]);
  return (
    <Notice>
      <p>{children}</p>
      <p>
        <Link to={here} replace preventScrollReset>
          {m.audit_check_look()}
        </Link>
      </p>
    </Notice>
  );
}
