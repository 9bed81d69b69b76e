import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Aside } from '#app/ui/page/aside.tsx';

type Props = {
  id: string;
  stand: 'works-here' | 'starts' | 'left';
  /** A last day is set, and still to come. */
  leaving: boolean;
  isSelf: boolean;
  hasEmail: boolean;
  /** What they have to sign in with. */
  proofs: { password: boolean; secondFactor: boolean; pin: boolean };
};

/** What can be done, each on a page of its own. */
export function PersonActions({ id, stand, leaving, isSelf, hasEmail, proofs }: Props) {
  const here = stand !== 'left';
  const ways: [string, string, boolean][] = [
    ['edit', m.hr_edit(), true],
    ['move', m.hr_move(), here],
    ['close', leaving ? m.hr_close_again() : m.hr_close(), here && !isSelf],
    ['stay', m.hr_stay(), leaving && !isSelf],
    ['reopen', m.hr_reopen(), !here && !isSelf],
    ['invitation', m.hr_invitation(), stand === 'works-here' && hasEmail && !proofs.password],
    ['slip', m.hr_slip(), stand === 'works-here' && !isSelf],
    ['second-factor-off', m.factor_other_title(), proofs.secondFactor && !isSelf],
    ['pin-off', m.tablet_pin_off_title(), proofs.pin && !isSelf],
  ];
  return (
    <Aside title={m.hr_person_actions()}>
      <ul>
        {ways
          .filter(([, , offered]) => offered)
          .map(([page, label]) => (
            <li key={page}>
              <Link to={`/hr/people/${id}/${page}`} className="inline-flex min-h-touch items-center">
                {label}
              </Link>
            </li>
          ))}
      </ul>
    </Aside>
  );
}
