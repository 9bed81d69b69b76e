import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { chainCheckWork } from '#app/domain/safekeeping/backup.ts';
import { lastChainCheck } from '#app/domain/safekeeping/chain-check-reads.server.ts';
import { startChainCheck } from '#app/domain/safekeeping/start-chain-check.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatMoment, formatTime } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { backgroundOf } from '#app/platform/thread/background.server.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { UnderWay } from './look-again.tsx';

export const meta: MetaFunction = () => [{ title: m.audit_check_title() }];

const page = '/admin/audit/check';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { since, failed } = backgroundOf(chainCheckWork);
  const last = await lastChainCheck(reader);
  return {
    since: since && formatTime(since, locale, actor.siteTimeZone),
    failed,
    last: last && {
      ...last,
      count: new Intl.NumberFormat(locale).format(last.length),
      when: formatMoment(last.at, locale, actor.siteTimeZone),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  // One that runs already is as good as a new one.
  startChainCheck(actor);
  throw redirect(page, 303);
}

export default function CheckChain() {
  const { since } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/admin/audit', label: m.audit_title() }]} here={m.audit_check_title()} />
      <PageHead title={m.audit_check_title()} lead={m.audit_check_lead()} />
      {since ? <UnderWay here={page}>{m.audit_check_running({ time: since })}</UnderWay> : <Outcome />}
      {!since && (
        <form method="post" className="actions">
          <SubmitOnce>{m.audit_check_start()}</SubmitOnce>
        </form>
      )}
    </>
  );
}

function Outcome() {
  const { last, failed } = useLoaderData<typeof loader>();
  if (failed) return <Notice tone="bad">{m.audit_check_failed()}</Notice>;
  if (!last) return <p className="soft">{m.audit_check_never()}</p>;
  if (last.brokenAt !== null) {
    return <Notice tone="bad">{m.audit_check_broken({ seq: last.brokenAt, when: last.when })}</Notice>;
  }
  return (
    <Notice tone="good">
      <p>{m.audit_check_intact({ count: last.count, when: last.when })}</p>
      <p>
        <code className="num break-all select-all">{last.head}</code>
      </p>
    </Notice>
  );
}
