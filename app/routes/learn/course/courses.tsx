import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readMyCertificates } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { readMyCourses } from '#app/domain/learning/courses/course-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { LookUp } from '../cases/look-up.tsx';
import { requireSession } from '../../guards.server.ts';
import { showCourse } from './shown-course.server.ts';

export const meta: MetaFunction = () => [{ title: m.learn_courses_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, kind } = await requireSession(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const courses = await readMyCourses(reader, actor);
  return {
    courses: courses.map((course) => showCourse(course, locale)),
    // A shared device shows none.
    hasCertificates: kind === 'own' && (await readMyCertificates(reader, actor.id)).length > 0,
  };
}

export default function Courses() {
  const { courses, hasCertificates } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.learn_courses_title()} lead={m.learn_courses_lead()} />
      {courses.length === 0 && <Empty title={m.learn_courses_none()}>{m.learn_courses_none_help()}</Empty>}
      <ul className="lines">
        {courses.map((course) => (
          <li key={course.slug}>
            <h2 lang={course.language} dir="auto">
              <Link to={`/learn/${course.slug}`}>{course.title}</Link>
            </h2>
            <CourseState course={course} />
            <span className="soft" lang={course.language} dir="auto">
              {course.summary}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-6 flex flex-wrap gap-x-6">
        <Link className="plain-press" to="/commitments">
          {m.today_commitments()}
        </Link>
        {hasCertificates && (
          <Link className="plain-press" to="/certificates">
            {m.certificates_from_courses()}
          </Link>
        )}
      </p>
      <LookUp />
    </>
  );
}

type ShownCourse = ReturnType<typeof showCourse>;

function CourseState({ course }: { course: Pick<ShownCourse, 'completedOn' | 'again' | 'modules'> }) {
  if (course.again) return <StateMark tone="due">{m.today_again()}</StateMark>;
  if (course.completedOn)
    return <StateMark tone="good">{m.learn_done_on({ date: course.completedOn })}</StateMark>;
  const done = course.modules.filter(({ state }) => state === 'completed').length;
  return <StateMark>{m.learn_modules_done({ done, total: course.modules.length })}</StateMark>;
}
