import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { closeSession } from '#app/domain/access/sessions/close-session.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { dropSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { Button } from '#app/ui/form/button.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { currentSession, requireSession } from '../../guards.server.ts';
import { readTabletToken } from '../../tablet-cookie.server.ts';

export const meta: MetaFunction = () => [{ title: m.entrance_sign_out_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const session = await currentSession(args);
  if (session) await transact((tx) => closeSession(tx, session.actor, { sessionId: session.id }));
  const isTablet = (await readTabletToken(args.request)) !== null;
  throw redirect(isTablet ? '/tablet' : '/sign-in', {
    status: 303,
    headers: { 'Set-Cookie': await dropSessionToken() },
  });
}

export default function SignOut() {
  return (
    <>
      <PageHead title={m.entrance_sign_out_title()} lead={m.entrance_sign_out_lead()} />
      <form method="post" action="/sign-out">
        <Button>{m.entrance_sign_out_button()}</Button>
      </form>
    </>
  );
}
