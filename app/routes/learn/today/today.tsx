import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
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
import { OutcomeForm } from '../commitments/outcome-form.tsx';
import { StepWords } from '../step-words.tsx';
import { readIssueNewsView } from './issue-news.server.ts';
import { IssueNews } from './issue-news.tsx';
import type { NextStep } from './next-step.server.ts';
import { noticeText } from './notice-text.ts';
import { ChangedModules, FinishedModules, OtherCourses, OtherModules } from './today-lists.tsx';
import { TalkToday } from './talk-today.tsx';
import { readTalkToday } from './talk-today.server.ts';
import { readTodayView } from './today-view.server.ts';

export const meta: MetaFunction = () => [{ title: m.app_nav_today() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const view = await readTodayView(actor, locale);
  const { notices, unseen } = await readNotices(reader, actor, 3);
  return {
    ...view,
    talks: await readTalkToday(actor, locale),
    firstName: actor.name.split(' ')[0] ?? actor.name,
    date: formatToday(now(), locale, actor.siteTimeZone),
    hour: hourIn(now(), actor.siteTimeZone),
    notices: notices
      .filter(({ seen }) => !seen)
      .map(({ id, kind, personName, title }) => ({ id, kind, personName, title })),
    unseen,
    issueNews: await readIssueNewsView(actor),
  };
}

function greeting(hour: number, name: string): string {
  if (hour >= 5 && hour < 12) return m.learn_good_morning({ name });
  if (hour >= 12 && hour < 18) return m.learn_good_afternoon({ name });
  return m.learn_good_evening({ name });
}

export default function Today() {
  const view = useLoaderData<typeof loader>();
  const { firstName, date, hour, next, others, courses, changed, finished } = view;
  return (
    <>
      <div className="columns">
        <div>
          <PageHead
            eyebrow={date}
            title={
              <>
                {greeting(hour, firstName)}
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
          {!view.hasCourses && <Empty title={m.learn_today_none()}>{m.learn_today_none_help()}</Empty>}
          {view.hasCourses && !next && <p className="lead">{m.learn_today_all_done()}</p>}
          <OtherModules modules={others} />
          <OtherCourses courses={courses} />
        </div>
        <div>
          <TalkToday {...view.talks} />
          <Said asked={view.asked} hasSome={view.hasCommitments} />
          <IssueNews news={view.issueNews} />
          <News notices={view.notices} unseen={view.unseen} />
        </div>
      </div>
      <ChangedModules modules={changed} />
      <FinishedModules modules={finished} />
    </>
  );
}

function NextButton({ next }: { next: NextStep }) {
  return (
    <>
      <p>
        <Button to={next.to}>
          <StepWords step={next} />
        </Button>
      </p>
      {next.stoppedAt && (
        <p className="soft mt-3">{m.learn_stopped_at({ part: next.stoppedAt, count: next.minutesLeft })}</p>
      )}
      {next.againFrom && <p className="soft mt-3">{m.today_again_why({ date: next.againFrom })}</p>}
    </>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** One thing they said they will do, when its day has come. */
function Said({ asked, hasSome }: { asked: View['asked']; hasSome: boolean }) {
  if (!hasSome) return null;
  const all = (
    <Link className="plain-press" to="/commitments">
      {m.today_commitments()}
    </Link>
  );
  if (!asked) return <p className="mb-6">{all}</p>;
  return (
    <Aside eyebrow={asked.when} title={m.today_quote({ text: asked.text })}>
      <OutcomeForm id={asked.id} brief />
      {all}
    </Aside>
  );
}

function News({ notices, unseen }: Pick<View, 'notices' | 'unseen'>) {
  if (notices.length === 0) return null;
  return (
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
  );
}
