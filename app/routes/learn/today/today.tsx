import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readMyCourses } from '#app/domain/learning/courses/course-reads.server.ts';
import { readNotices } from '#app/domain/notifications/notice-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { formatToday, hourIn } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Aside } from '#app/ui/page/aside.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requirePerson } from '../../guards.server.ts';
import { ModuleLines } from '../course/module-lines.tsx';
import type { NextStep } from './next-step.server.ts';
import { findNextStep } from './next-step.server.ts';
import { noticeText } from './notice-text.ts';
import { showCourse } from '../course/shown-course.server.ts';

export const meta: MetaFunction = () => [{ title: m.app_nav_today() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const courses = (await readMyCourses(reader, actor)).filter(({ meantForMe }) => meantForMe);
  const { notices, unseen } = await readNotices(reader, actor, 3);
  return {
    firstName: actor.name.split(' ')[0] ?? actor.name,
    date: formatToday(now(), locale, actor.siteTimeZone),
    hour: hourIn(now(), actor.siteTimeZone),
    courses: courses.map((course) => showCourse(course, locale)),
    next: await findNextStep(actor, courses),
    notices: notices
      .filter(({ seen }) => !seen)
      .map(({ id, kind, personName, title }) => ({ id, kind, personName, title })),
    unseen,
  };
}

function greeting(hour: number, name: string): string {
  if (hour >= 5 && hour < 12) return m.learn_good_morning({ name });
  if (hour >= 12 && hour < 18) return m.learn_good_afternoon({ name });
  return m.learn_good_evening({ name });
}

export default function Today() {
  const { firstName, date, hour, courses, next, notices, unseen } = useLoaderData<typeof loader>();
  const hello = greeting(hour, firstName);
  return (
    <div className="columns">
      <div>
        <PageHead
          eyebrow={date}
          title={
            <>
              {hello}
              {next && (
                <>
                  <br />
                  {m.learn_minutes_today({ count: next.minutesLeft })}
                </>
              )}
            </>
          }
        >
          {next && <NextButton next={next} />}
        </PageHead>
        {courses.length === 0 && <Empty title={m.learn_today_none()}>{m.learn_today_none_help()}</Empty>}
        {courses.length > 0 && !next && <p className="lead">{m.learn_today_all_done()}</p>}
        {courses.map((course) => (
          <section key={course.slug} className="mt-8">
            <h2 className="sr-only">{course.title}</h2>
            <ModuleLines course={course} modules={course.modules} />
          </section>
        ))}
      </div>
      {notices.length > 0 && (
        <Aside eyebrow={m.learn_today_news()} title={m.learn_today_since()}>
          <ul className="grid list-none gap-3 p-0">
            {notices.map((notice) => (
              <li key={notice.id} dir="auto">
                {noticeText(notice)}
              </li>
            ))}
          </ul>
          <p className="mt-4">
            <Link to="/notices">{m.learn_today_notices({ count: unseen })}</Link>
          </p>
        </Aside>
      )}
    </div>
  );
}

function NextButton({ next }: { next: NextStep }) {
  return (
    <>
      <p>
        <Button to={next.to}>
          {next.started
            ? m.learn_go_on_with({ title: next.title })
            : m.learn_begin_with({ title: next.title })}
        </Button>
      </p>
      {next.stoppedAt && (
        <p className="soft mt-3">{m.learn_stopped_at({ part: next.stoppedAt, count: next.minutesLeft })}</p>
      )}
    </>
  );
}
