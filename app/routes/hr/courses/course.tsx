import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { hasRole } from '#app/domain/actor/actor.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { readLibrary } from '#app/domain/publishing/library-reads.server.ts';
import { readAside } from '#app/domain/reporting/aside/read-aside.work.server.ts';
import type { CompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import { completionsFilters, completionsQuery } from '#app/domain/reporting/completions-report.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { departmentRows } from '../standing/by-department.ts';
import { showStanding } from '../standing/standing.ts';
import { StandingTable } from '../standing/standing-table.tsx';
import { Questions } from './questions.tsx';
import { showQuestions } from './shown-questions.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? m.hr_courses_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'editor');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const format = new Intl.NumberFormat(locale);
  const slug = args.params.course ?? '';
  const course = (await readLibrary(reader)).courses.find((candidate) => candidate.slug === slug);
  const modules = course && (await readAside('questionShares', slug));
  if (!course || !modules) return notFound();
  const { title } = course;
  const asked = new URL(args.request.url).searchParams.get('department') ?? '';
  return {
    title,
    standing: hasRole(actor, 'hr') ? await readStanding(slug, asked, format) : null,
    modules: showQuestions(modules, locale),
  };
}

async function readStanding(slug: string, asked: string, format: Intl.NumberFormat) {
  const departments = await readDepartments(reader);
  const department = departments.find(({ id }) => id === asked);
  const found = (await readAside('coursePage', { slug, department: department?.id ?? '' })) ?? notFound();
  const filters = completionsFilters.parse({ course: slug, department: department?.id });
  return {
    department: department?.name ?? null,
    byName: `/hr/completions${completionsQuery(filters)}`,
    byTalk: await readByTalk(filters, format),
    whole: `/hr/courses/${slug}`,
    departments: departmentRows(found.departments, format, (id) => `/hr/courses/${slug}?department=${id}`),
    modules: found.modules.map(({ documentId, title, counts }) => ({
      key: documentId,
      name: title,
      to: null,
      ...showStanding(counts, format),
    })),
  };
}

/** Those who refreshed something of it in a talk, and the way to them; null where nobody did. */
async function readByTalk(filters: CompletionsFilters, format: Intl.NumberFormat) {
  const asked: CompletionsFilters = { ...filters, how: 'talk' };
  const { total } = await readAside('completions', asked);
  if (total === 0) return null;
  const words = m.hr_course_by_talk({ count: total, number: format.format(total) });
  return { words, to: `/hr/completions${completionsQuery(asked)}` };
}

export default function Course() {
  const { title, standing, modules } = useLoaderData<typeof loader>();
  const crumbs = [
    ...(standing ? [{ to: '/hr', label: m.hr_title() }] : []),
    { to: '/hr/courses', label: m.hr_courses_title() },
  ];
  return (
    <>
      <Breadcrumb items={crumbs} here={title} />
      <PageHead
        title={title}
        lead={standing?.department ? m.hr_course_department({ name: standing.department }) : undefined}
      >
        {standing && <QuietButton to={standing.byName}>{m.hr_course_by_name()}</QuietButton>}
      </PageHead>
      {standing && <StandingSections {...standing} />}
      <section className={standing ? 'section' : undefined} aria-labelledby="questions">
        <h2 id="questions" className="mb-4">
          {m.hr_questions_title()}
        </h2>
        <Questions modules={modules} />
      </section>
    </>
  );
}

type Standing = Awaited<ReturnType<typeof readStanding>>;

function StandingSections({ department, whole, byTalk, departments, modules }: Standing) {
  return (
    <>
      <section aria-labelledby="departments">
        <h2 id="departments" className="mb-4">
          {m.hr_standing_title()}
        </h2>
        {department && (
          <p>
            <Link className="inline-block py-2" to={whole}>
              {m.hr_standing_above()}
            </Link>
          </p>
        )}
        <StandingTable
          caption={m.hr_standing_caption()}
          what={m.hr_column_department()}
          rows={departments}
          empty={<p className="soft">{m.hr_meant_for_nobody()}</p>}
        />
        {byTalk && (
          <p>
            <Link className="inline-block py-2" to={byTalk.to}>
              {byTalk.words}
            </Link>
          </p>
        )}
      </section>
      <section className="section" aria-labelledby="modules">
        <h2 id="modules" className="mb-4">
          {m.hr_course_modules()}
        </h2>
        <StandingTable caption={m.hr_course_modules_caption()} what={m.hr_course_module()} rows={modules} />
      </section>
    </>
  );
}
