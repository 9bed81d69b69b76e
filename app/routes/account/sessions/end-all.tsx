import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { closeSessions } from '#app/domain/access/sessions/close-sessions.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { dropSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { currentSession, notFound, requireOwnDevice } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.account_end_all_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireOwnDevice(args);
  return null;
}

/** Whoever is signed out already has what they wanted. */
export async function action(args: ActionFunctionArgs) {
  const session = await currentSession(args);
  if (session?.kind === 'tablet') return notFound();
  if (session) {
    const { actor } = session;
    await transact((tx) => closeSessions(tx, actor, { personId: actor.id }));
  }
  throw redirect('/sign-in', { status: 303, headers: { 'Set-Cookie': await dropSessionToken() } });
}

export default function EndAll() {
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/account', label: m.account_title() },
          { to: '/account/sessions', label: m.account_sign_ins_title() },
        ]}
      />
      <PageHead title={m.account_end_all_title()} lead={m.account_end_all_lead()} />
      <form method="post" className="actions">
        <SubmitOnce>{m.account_end_all()}</SubmitOnce>
        <QuietButton to="/account/sessions">{m.account_keep()}</QuietButton>
      </form>
    </>
  );
}
