import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { countMails, mailsToAPage, readMails } from '#app/domain/outbox/mail-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { mailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../guards.server.ts';
import { reasonInWords, stateTones, stateWords, templateWords } from './words.ts';

export const meta: MetaFunction = () => [{ title: m.mail_box_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const format = new Intl.NumberFormat(locale);
  const asked = Number(new URL(args.request.url).searchParams.get('page'));
  const { mails, total, page } = await readMails(reader, Number.isSafeInteger(asked) ? asked : 1);
  const { queued, stopped } = await countMails(reader);
  const settings = mailSettings();
  const to = (wanted: number) => `/admin/mailbox${wanted > 1 ? `?page=${wanted}` : ''}`;
  const from = (page - 1) * mailsToAPage + 1;
  const last = from + mails.length - 1;
  return {
    byMailServer: Boolean(settings?.smtpUrl),
    needsAddress: settings !== null && settings.linkBase === null,
    counts: m.mail_box_counts({ queued: format.format(queued), stopped: format.format(stopped) }),
    mails: mails.map((mail) => ({
      id: mail.id,
      about: templateWords[mail.template](),
      person: mail.personName,
      state: mail.state,
      when: formatMoment(mail.settledAt ?? mail.sendingAt ?? mail.createdAt, locale, actor.siteTimeZone),
      reason: reasonInWords(mail.reason).words,
    })),
    pager: {
      from,
      to: last,
      total,
      previous: page > 1 ? to(page - 1) : null,
      next: last < total ? to(page + 1) : null,
      locale,
    },
  };
}

export default function Mailbox() {
  const { byMailServer, needsAddress, counts, mails, pager } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/admin', label: m.jobs_admin() }]} here={m.mail_box_title()} />
      {needsAddress && <Notice tone="bad">{m.mail_box_needs_address()}</Notice>}
      <PageHead
        title={m.mail_box_title()}
        lead={byMailServer ? m.mail_box_lead_server() : m.mail_box_lead_files()}
      />
      {mails.length > 0 && <p className="soft num mb-4">{counts}</p>}
      <DataTable
        caption={m.mail_box_caption()}
        hideCaption
        rows={mails}
        rowKey={({ id }) => id}
        empty={<Empty title={m.mail_box_empty_title()}>{m.mail_box_empty()}</Empty>}
        columns={columns()}
      />
      <Pager {...pager} />
    </>
  );
}

type ShownMail = ReturnType<typeof useLoaderData<typeof loader>>['mails'][number];

function columns(): Column<ShownMail>[] {
  return [
    {
      key: 'about',
      label: m.mail_column_about(),
      cell: ({ id, about, person }) => (
        <Link to={`/admin/mailbox/${id}`}>
          {about}
          {person && <span className="sr-only">, {person}</span>}
        </Link>
      ),
    },
    { key: 'person', label: m.mail_column_person(), cell: ({ person }) => person ?? m.mail_nobody() },
    {
      key: 'state',
      label: m.mail_column_state(),
      cell: ({ state, reason }) => (
        <span>
          <StateMark tone={stateTones[state]}>{stateWords[state]()}</StateMark>
          {reason && <span className="soft small block">{reason}</span>}
        </span>
      ),
    },
    { key: 'when', label: m.mail_column_when(), cell: ({ when }) => when },
  ];
}
