import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { InviteRefusal } from '#app/domain/access/tokens/invite-person.server.ts';
import { invitePerson } from '#app/domain/access/tokens/invite-person.server.ts';
import { readSlipPerson } from '#app/domain/access/tokens/slip-reads.server.ts';
import { lastInvitation } from '#app/domain/access/tokens/token-reads.server.ts';
import type { MailState } from '#app/domain/outbox/mail.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? m.hr_invite_title({ name: shown.name }) : m.hr_people_title() },
];

const refusals: Record<InviteRefusal, (who: { name: string }) => string> = {
  'not-allowed': () => m.hr_invite_not_allowed(),
  'not-here': m.hr_invite_not_here,
  'no-email': m.hr_invite_no_email,
  'has-password': m.hr_invite_has_password,
};

const states: Record<MailState, () => string> = {
  queued: m.hr_invite_state_queued,
  sending: m.hr_invite_state_sending,
  sent: m.hr_invite_state_sent,
  failed: m.hr_invite_state_failed,
  uncertain: m.hr_invite_state_uncertain,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const personId = args.params.person ?? '';
  const card = await readPersonCard(reader, personId);
  if (!card) return notFound();
  const { name, email } = card;
  const [person, last] = await Promise.all([
    readSlipPerson(reader, personId),
    lastInvitation(reader, personId),
  ]);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  let refused: InviteRefusal | null = null;
  if (!person) refused = 'not-here';
  else if (email === null) refused = 'no-email';
  else if (person.hasPassword) refused = 'has-password';
  return {
    id: personId,
    name,
    email,
    why: refused && refusals[refused]({ name }),
    last: last && {
      when: formatMoment(last.askedAt, locale, actor.siteTimeZone),
      state: states[last.state as MailState](),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const personId = args.params.person ?? '';
  const card = await readPersonCard(reader, personId);
  if (!card) return notFound();
  const invited = await transact((tx) => invitePerson(tx, actor, { personId }));
  if ('refused' in invited) return data({ why: refusals[invited.refused](card) }, { status: 422 });
  throw redirect(`/hr/people/${personId}/invitation`, 303);
}

export default function Invitation() {
  const { id, name, email, last, ...shown } = useLoaderData<typeof loader>();
  const why = useActionData<typeof action>()?.why ?? shown.why;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/people', label: m.hr_people_title() },
        ]}
      />
      <PageHead title={m.hr_invite_title({ name })} lead={why ?? m.hr_invite_lead({ email: email ?? '' })} />
      {last && (
        <Notice>
          {m.hr_invite_asked({ when: last.when })} {last.state}
        </Notice>
      )}
      {!why && !last && <p className="soft mb-6">{m.hr_invite_never()}</p>}
      <form method="post" className="actions">
        {!why && <SubmitOnce>{last ? m.hr_invite_again() : m.hr_invite_button()}</SubmitOnce>}
        <QuietButton to={`/hr/people/${id}/slip`}>{m.hr_invite_slip()}</QuietButton>
      </form>
    </>
  );
}
