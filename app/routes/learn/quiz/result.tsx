import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readMyCourse } from '#app/domain/learning/courses/course-reads.server.ts';
import { quizResult } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { AnsweredQuestion } from '#app/ui/document/answered-question.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { openModule } from '../module/find-module.server.ts';
import { ModuleCrumbs } from '../module/module-crumbs.tsx';
import { readModuleView } from '../module/module-view.server.ts';

export const meta: MetaFunction = () => [{ title: m.learn_result_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const wanted = Number(new URL(args.request.url).searchParams.get('try'));
  const number = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : undefined;
  const result = await quizResult(reader, open.actor.id, open.module.documentId, number);
  if (!result) throw redirect(`${open.home}/attempt`);
  const { outline } = await readModuleView(open);
  const course = await readMyCourse(reader, open.actor, open.course.slug);
  const next = course?.modules.find(({ state }) => state !== 'completed');
  return {
    outline,
    result,
    courseDone: course?.completedOn != null,
    next: next ? { title: next.title, to: `/learn/${open.course.slug}/${next.slug}` } : null,
  };
}

export default function Result() {
  const { outline, result, courseDone, next } = useLoaderData<typeof loader>();
  const { passed, rightCount, questionCount, score, settings, triesLeft } = result;
  return (
    <div lang={result.language}>
      <ModuleCrumbs outline={outline} here={m.learn_result_title()} />
      <PageHead
        eyebrow={m.learn_quiz_eyebrow({ number: result.number })}
        title={passed ? m.learn_result_passed({ module: result.title }) : m.learn_result_failed()}
        lead={m.learn_result_lead({ right: rightCount, total: questionCount, score, pass: settings.pass })}
      >
        {passed && (
          <StateMark tone="good">
            {courseDone ? m.learn_course_done({ course: outline.course.title }) : m.learn_module_done()}
          </StateMark>
        )}
      </PageHead>
      <div className="actions mb-12">
        {passed && next && <Button to={next.to}>{m.learn_next_module({ title: next.title })}</Button>}
        {passed && !next && <Button to="/">{m.app_to_today()}</Button>}
        {!passed && triesLeft !== 0 && <Button to={`${outline.home}/attempt`}>{m.learn_try_again()}</Button>}
        {!passed && (
          <QuietButton to={`${outline.home}?part=${outline.parts[0]?.slug ?? ''}`}>
            {m.learn_read_again()}
          </QuietButton>
        )}
      </div>
      {!passed && triesLeft === 0 && <p>{m.learn_attempt_used_up()}</p>}
      <h2 className="mb-8">{m.learn_result_answers()}</h2>
      {result.questions.map((question, index) => (
        <AnsweredQuestion
          key={question.id}
          question={question}
          answer={question.key}
          chosen={question.given}
          number={index + 1}
          level={3}
        />
      ))}
    </div>
  );
}
