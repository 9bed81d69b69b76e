import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { codeForCourse } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { readMyCourse } from '#app/domain/learning/courses/course-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Progress } from '#app/ui/page/progress.tsx';
import { StepWords } from '../step-words.tsx';
import { notFound, requireSession } from '../../guards.server.ts';
import { ModuleLines } from './module-lines.tsx';
import { showCourse } from './shown-course.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.course.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, kind } = await requireSession(args);
  const course = await readMyCourse(reader, actor, args.params.course ?? '');
  if (!course) return notFound();
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  return {
    course: showCourse(course, locale),
    // A shared device shows none.
    certificate: kind === 'own' ? await codeForCourse(reader, actor.id, course.documentId) : null,
  };
}

export default function Course() {
  const { course, certificate } = useLoaderData<typeof loader>();
  const { modules, slug } = course;
  const done = modules.filter(({ state }) => state === 'completed').length;
  const next =
    modules.find(({ begun, state }) => begun && state !== 'completed') ??
    modules.find(({ state }) => state === 'again') ??
    modules.find(({ state }) => state !== 'completed');
  return (
    <>
      <Breadcrumb items={[{ to: '/learn', label: m.app_nav_learn() }]} here={course.title} />
      <PageHead
        eyebrow={m.learn_course_eyebrow({ count: modules.length, minutes: course.minutes })}
        title={course.title}
        lead={course.summary}
        lang={course.language}
      >
        <Progress
          value={done}
          max={modules.length}
          label={m.learn_progress()}
          text={m.learn_modules_done({ done, total: modules.length })}
        />
      </PageHead>
      {course.again && course.completedOn && (
        <Notice>{m.today_again_course({ date: course.completedOn })}</Notice>
      )}
      {!course.meantForMe && <Notice>{m.learn_not_meant_for_me()}</Notice>}
      {next && (
        <p className="mb-8">
          <Button to={`/learn/${slug}/${next.slug}`}>
            <StepWords step={next} />
          </Button>
        </p>
      )}
      {certificate && (
        <p className="mb-8">
          <Button to={`/certificates/${certificate}`}>{m.certificates_from_course()}</Button>
        </p>
      )}
      <h2 className="mb-4">{m.learn_modules()}</h2>
      <ModuleLines course={{ slug }} modules={modules} />
    </>
  );
}
