import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { closeSession } from '#app/domain/access/sessions/close-session.server.ts';
import { findOwnSession } from '#app/domain/access/sessions/session-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { dropSessionToken } from '#app/platform/session/session-cookie.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireOwnDevice } from '../../guards.server.ts';
import { shownSignIns } from './shown-sign-in.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.account_end_title({ what: data.what }) : m.account_sign_ins_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireOwnDevice(args);
  const signIns = await shownSignIns(session, args.request);
  return signIns.find(({ handle }) => handle === args.params.session) ?? notFound();
}

export async function action(args: ActionFunctionArgs) {
  const { actor, id } = await requireOwnDevice(args);
  const sessionId = await findOwnSession(reader, actor.id, args.params.session ?? '');
  if (!sessionId) return notFound();
  await transact((tx) => closeSession(tx, actor, { sessionId }));
  if (sessionId !== id) throw redirect('/account/sessions', 303);
  throw redirect('/sign-in', { status: 303, headers: { 'Set-Cookie': await dropSessionToken() } });
}

export default function EndSignIn() {
  const { what, since, used, isThis } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/account', label: m.account_title() },
          { to: '/account/sessions', label: m.account_sign_ins_title() },
        ]}
      />
      <PageHead
        title={m.account_end_title({ what })}
        lead={isThis ? m.account_end_this_lead() : m.account_end_lead({ since, used })}
      />
      <form method="post" className="actions">
        <SubmitOnce>{m.account_end_button()}</SubmitOnce>
        <QuietButton to="/account/sessions">{m.account_keep()}</QuietButton>
      </form>
    </>
  );
}
