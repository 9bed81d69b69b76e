import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import type { CarriedForm } from '../../carried-form.ts';
import { CarriedFields } from './carried-fields.tsx';

type Props = { next?: string; carried?: CarriedForm | null };

/** For whoever has no password at hand. A form that waits to be sent goes along. */
export function OtherWays({ next, carried }: Props) {
  const ways = [
    { to: '/forgot', label: m.entrance_forgot_link() },
    { to: '/code', label: m.entrance_code_link() },
  ];
  const query = next && next !== '/' ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <div className="actions mt-8">
      {ways.map(({ to, label }) =>
        carried ? (
          <form key={to} method="post" action={to}>
            <CarriedFields carried={carried} />
            <QuietButton small>{label}</QuietButton>
          </form>
        ) : (
          <Link key={to} to={to + query} className="inline-flex min-h-touch items-center">
            {label}
          </Link>
        ),
      )}
    </div>
  );
}
