import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readMyCourse } from '#app/domain/learning/courses/course-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Progress } from '#app/ui/page/progress.tsx';
import { notFound, requirePerson } from '../../guards.server.ts';
import { ModuleLines } from './module-lines.tsx';
import { showCourse } from './shown-course.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.course.title }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const course = await readMyCourse(reader, actor, args.params.course ?? '');
  if (!course) return notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  return { course: showCourse(course, locale) };
}

export default function Course() {
  const { course } = useLoaderData<typeof loader>();
  const { modules, slug } = course;
  const done = modules.filter(({ state }) => state === 'completed').length;
  const next =
    modules.find(({ state }) => state === 'started') ?? modules.find(({ state }) => state !== 'completed');
  return (
    <>
      <Breadcrumb items={[{ to: '/learn', label: m.app_nav_learn() }]} here={course.title} />
      <PageHead
        eyebrow={m.learn_course_eyebrow({ count: modules.length, minutes: course.minutes })}
        title={course.title}
        lead={course.summary}
      >
        <Progress
          value={done}
          max={modules.length}
          label={m.learn_progress()}
          text={m.learn_modules_done({ done, total: modules.length })}
        />
      </PageHead>
      {!course.meantForMe && <Notice>{m.learn_not_meant_for_me()}</Notice>}
      {next && (
        <p className="mb-8">
          <Button to={`/learn/${slug}/${next.slug}`}>
            {next.state === 'started'
              ? m.learn_go_on_with({ title: next.title })
              : m.learn_begin_with({ title: next.title })}
          </Button>
        </p>
      )}
      <h2 className="mb-4">{m.learn_modules()}</h2>
      <ModuleLines course={{ slug }} modules={modules} />
    </>
  );
}
