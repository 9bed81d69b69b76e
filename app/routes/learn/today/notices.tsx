import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { keepSeen } from '#app/domain/notifications/keep-seen.server.ts';
import { readNotices } from '#app/domain/notifications/notice-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { requirePerson, requireSession } from '../../guards.server.ts';
import { noticeAddress, noticeText } from './notice-text.ts';

export const meta: MetaFunction = () => [{ title: m.app_nav_notices() }];

const shownAtMost = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, kind } = await requireSession(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { notices, unseen } = await readNotices(reader, actor, shownAtMost);
  return {
    unseen,
    notices: notices.map((notice) => ({
      id: notice.id,
      seen: notice.seen,
      text: noticeText(notice),
      to: noticeAddress(notice, actor, kind === 'tablet'),
      createdAt: formatDay(dateIn(actor.siteTimeZone, notice.createdAt), locale),
    })),
  };
}

/** Marks everything up to the newest one shown as seen. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requirePerson(args);
  const upTo = String((await args.request.formData()).get('upTo') ?? '');
  await transact((tx) => keepSeen(tx, { personId: actor.id, upTo }));
  throw redirect('/notices', 303);
}

export default function Notices() {
  const { notices, unseen } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.app_nav_notices()} />
      {notices.length === 0 && <Empty title={m.notifications_none()}>{m.notifications_none_help()}</Empty>}
      {unseen > 0 && notices[0] && (
        <form method="post" className="mb-8">
          <input type="hidden" name="upTo" value={notices[0].id} />
          <SubmitOnce quiet>{m.notifications_mark_seen()}</SubmitOnce>
        </form>
      )}
      <ul className="lines">
        {notices.map((notice) => (
          <li key={notice.id}>
            <span dir="auto">{notice.to ? <Link to={notice.to}>{notice.text}</Link> : notice.text}</span>
            {!notice.seen && <StateMark>{m.notifications_new()}</StateMark>}
            <span className="soft">{notice.createdAt}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
