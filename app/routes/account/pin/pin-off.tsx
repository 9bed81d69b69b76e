import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { hasPin } from '#app/domain/access/pins/pin-reads.server.ts';
import { removePin } from '#app/domain/access/pins/remove-pin.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireSession } from '../../guards.server.ts';
import { AccountCrumbs } from '../second-factor/account-crumbs.tsx';

export const meta: MetaFunction = () => [{ title: m.tablet_my_pin_off_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSession(args);
  if (!(await hasPin(reader, actor.id))) throw redirect('/account/pin');
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSession(args);
  await transact((tx) => removePin(tx, actor, { personId: actor.id }));
  throw redirect('/account/pin?saved=off', 303);
}

export default function RemoveMyPin() {
  return (
    <>
      <AccountCrumbs here={m.tablet_my_pin_off_title()} />
      <PageHead title={m.tablet_my_pin_off_title()} lead={m.tablet_my_pin_off_lead()} />
      <form method="post" className="actions">
        <SubmitOnce>{m.tablet_my_pin_off_button()}</SubmitOnce>
        <QuietButton to="/account/pin">{m.tablet_my_pin_keep()}</QuietButton>
      </form>
    </>
  );
}
