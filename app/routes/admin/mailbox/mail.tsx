import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readMail } from '#app/domain/outbox/mail-reads.server.ts';
import { maySendAgain } from '#app/domain/outbox/mail.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import type { ShownText } from './shown-text.server.ts';
import { shownText } from './shown-text.server.ts';
import { reasonInWords, stateTones, stateWords, templateWords } from './words.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.about ?? m.mail_box_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const mail = (await readMail(reader, args.params.mail ?? '')) ?? notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const moment = (at: Date) => formatMoment(at, locale, actor.siteTimeZone);
  const fact = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  const { words, said } = reasonInWords(mail.reason);
  return {
    id: mail.id,
    about: templateWords[mail.template](),
    person: mail.personName,
    state: mail.state,
    mayGoAgain: maySendAgain(mail.state),
    again: new URL(args.request.url).searchParams.has('again'),
    facts: [
      ...fact(m.mail_fact_reason(), words),
      ...fact(m.mail_fact_said(), said),
      ...fact(m.mail_fact_created(), moment(mail.createdAt)),
      ...fact(m.mail_fact_tries(), mail.tries > 0 ? String(mail.tries) : null),
      ...fact(m.mail_fact_last(), mail.sendingAt && moment(mail.sendingAt)),
      ...fact(m.mail_fact_next(), mail.state === 'queued' ? moment(mail.nextAt) : null),
      ...fact(m.mail_fact_settled(), mail.settledAt && moment(mail.settledAt)),
    ],
    shown: mail.state === 'sent' ? await shownText(actor, mail, m.mail_link_hidden()) : null,
  };
}

export default function Mail() {
  const { id, about, person, state, mayGoAgain, again, facts, shown } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/admin', label: m.jobs_admin() },
          { to: '/admin/mailbox', label: m.mail_box_title() },
        ]}
        here={about}
      />
      {again && <Notice tone="good">{m.mail_goes_again()}</Notice>}
      <PageHead eyebrow={person && m.mail_for({ name: person })} title={about}>
        <StateMark tone={stateTones[state]}>{stateWords[state]()}</StateMark>
      </PageHead>
      <dl className="grid max-w-wide gap-x-6 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="soft">{label}</dt>
            <dd className="-mt-3 break-words sm:mt-0">{value}</dd>
          </div>
        ))}
      </dl>
      {mayGoAgain && (
        <div className="actions mt-8">
          <Button to={`/admin/mailbox/${id}/send-again`}>{m.mail_send_again()}</Button>
        </div>
      )}
      {shown && <Text {...shown} />}
    </>
  );
}

const aboutLink: Record<ShownText['link'], (() => string) | null> = {
  none: null,
  shown: m.mail_link_shown,
  hidden: m.mail_link_hidden_about,
};

function Text({ text, link }: ShownText) {
  const about = aboutLink[link];
  return (
    <section className="section" aria-labelledby="text">
      <h2 id="text" className="mb-4">
        {m.mail_text_title()}
      </h2>
      {about && <p className="soft max-w-wide mb-4">{about()}</p>}
      <pre className="max-w-wide bg-wash p-4 font-[inherit] break-words whitespace-pre-wrap" dir="auto">
        {text}
      </pre>
    </section>
  );
}
