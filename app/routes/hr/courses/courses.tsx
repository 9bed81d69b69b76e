import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/domain/actor/actor.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import { byTitle } from '#app/domain/reporting/meant-for.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { showStanding } from '../standing/standing.ts';
import { StandingTable } from '../standing/standing-table.tsx';

export const meta: MetaFunction = () => [{ title: m.hr_courses_title() }];

const path = '/hr/courses';

/** Editors mend questions: they come for those, and see nothing of how far anybody is. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'editor');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const format = new Intl.NumberFormat(locale);
  const { courses } = await readLibrary(reader);
  const counts = hasRole(actor, 'hr') ? await readAside('courseCounts', null) : null;
  return {
    titles: byTitle(courses).map(({ slug, title }) => ({ title, to: `${path}/${slug}` })),
    rows:
      counts?.map(({ courseId, slug, title, counts: own }) => ({
        key: courseId,
        name: title,
        to: `${path}/${slug}`,
        ...showStanding(own, format),
      })) ?? null,
  };
}

export default function Courses() {
  const { titles, rows } = useLoaderData<typeof loader>();
  return (
    <>
      {rows && <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.hr_courses_title()} />}
      <PageHead title={m.hr_courses_title()} lead={rows ? m.hr_courses_lead() : m.hr_courses_lead_editor()} />
      {titles.length === 0 && <Empty title={m.hr_overview_none_title()}>{m.hr_overview_none()}</Empty>}
      {rows && rows.length > 0 && (
        <StandingTable caption={m.hr_courses_caption()} what={m.hr_column_course()} rows={rows} />
      )}
      {!rows && (
        <ul className="lines max-w-wide">
          {titles.map(({ title, to }) => (
            <li key={to}>
              <Link to={to} dir="auto">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
