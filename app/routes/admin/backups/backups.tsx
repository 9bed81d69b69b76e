import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { backupWork } from '#app/domain/safekeeping/backup.ts';
import { readBackups } from '#app/domain/safekeeping/backup-list-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatMoment, formatTime } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { backgroundOf } from '#app/platform/thread/background.server.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { Column } from '#app/ui/table/data-table.tsx';
import { DataTable } from '#app/ui/table/data-table.tsx';
import { requireRole } from '../../guards.server.ts';
import { UnderWay } from '../audit/look-again.tsx';
import { failureWords, spanWords } from './words.ts';

export const meta: MetaFunction = () => [{ title: m.audit_backups_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const moment = (at: string) => formatMoment(new Date(at), locale, actor.siteTimeZone);
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const { backups, outcome } = await readBackups();
  const { since } = backgroundOf(backupWork);
  return {
    since: since && formatTime(since, locale, actor.siteTimeZone),
    failure: outcome && 'failed' in outcome ? failureWords(outcome.failed, moment(outcome.at)) : null,
    success: outcome && 'name' in outcome ? m.audit_backups_last_good({ when: moment(outcome.at) }) : null,
    backups: backups.map(({ name, madeAt, size, sound, kept, head }) => ({
      name,
      made: moment(madeAt),
      size: megabytes.format(size / 1_000_000),
      sound,
      kept: kept.map((span) => spanWords[span]()).join(', '),
      head,
    })),
  };
}

export default function Backups() {
  const { since, failure, success, backups } = useLoaderData<typeof loader>();
  const start = <Button to="/admin/backups/new">{m.audit_backups_start()}</Button>;
  return (
    <>
      <Breadcrumb items={[{ to: '/admin', label: m.audit_admin() }]} here={m.audit_backups_title()} />
      <PageHead title={m.audit_backups_title()} lead={m.audit_backups_lead()}>
        {!since && backups.length > 0 && start}
      </PageHead>
      {since && <UnderWay here="/admin/backups">{m.audit_backups_running({ time: since })}</UnderWay>}
      {!since && failure && <Notice tone="bad">{failure}</Notice>}
      {!since && success && <Notice tone="good">{success}</Notice>}
      <DataTable
        caption={m.audit_backups_caption()}
        hideCaption
        rows={backups}
        rowKey={({ name }) => name}
        empty={
          <Empty title={m.audit_backups_none_title()} actions={since ? undefined : start}>
            {m.audit_backups_none()}
          </Empty>
        }
        columns={backupColumns()}
      />
      {backups.length > 0 && <p className="soft small mt-6">{m.audit_backups_restore()}</p>}
    </>
  );
}

type ShownBackup = ReturnType<typeof useLoaderData<typeof loader>>['backups'][number];

function backupColumns(): Column<ShownBackup>[] {
  return [
    {
      key: 'made',
      label: m.audit_backups_made(),
      cell: ({ made, name }) => (
        <>
          {made}
          <span className="block soft small num break-all select-all">{name}</span>
        </>
      ),
    },
    { key: 'size', label: m.audit_backups_size(), numeric: true, cell: ({ size }) => size },
    {
      key: 'checked',
      label: m.audit_backups_checked(),
      cell: ({ sound }) => (
        <StateMark tone={sound ? 'good' : 'bad'}>
          {sound ? m.audit_backups_good() : m.audit_backups_fault()}
        </StateMark>
      ),
    },
    { key: 'kept', label: m.audit_backups_kept(), cell: ({ kept }) => kept },
    {
      key: 'head',
      label: m.audit_backups_head(),
      cell: ({ head }) => <code className="small break-all select-all">{head}</code>,
    },
  ];
}
