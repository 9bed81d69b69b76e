import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { codeForCourse } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { readMyCourse } from '#app/domain/learning/courses/course-reads.server.ts';
import { quizResult } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { AnsweredQuestion } from '#app/ui/document/answered-question.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { currentSession } from '../../guards.server.ts';
import { WithTitle } from '#app/ui/reading/with-title.tsx';
import { openModule } from '../module/find-module.server.ts';
import { ModuleCrumbs } from '../module/module-crumbs.tsx';
import { readModuleView } from '../module/module-view.server.ts';
import { FurtherTry } from './further-try.tsx';
import { showFurtherTry } from './further-try.server.ts';

export const meta: MetaFunction = () => [{ title: m.learn_result_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const wanted = Number(new URL(args.request.url).searchParams.get('try'));
  const number = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : undefined;
  const result = await quizResult(reader, open.actor.id, open.module.documentId, number);
  if (!result) throw redirect(`${open.home}/attempt`);
  const { outline } = await readModuleView(open);
  const course = await readMyCourse(reader, open.actor, open.course.slug);
  const further = await showFurtherTry(open, args.request);
  const next = course?.modules.find(({ state }) => state !== 'completed');
  return {
    outline,
    result,
    further,
    courseDone: course?.completedOn != null,
    certificate: course && (await certificateToShow(args, open.actor.id, course.documentId)),
    next: next
      ? { title: next.title, language: next.language, to: `/learn/${open.course.slug}/${next.slug}` }
      : null,
  };
}

/** A shared device shows none. */
async function certificateToShow(args: LoaderFunctionArgs, personId: string, courseId: string) {
  const session = await currentSession(args);
  return session?.kind === 'own' ? codeForCourse(reader, personId, courseId) : null;
}

export default function Result() {
  const { outline, result, further, courseDone, certificate, next } = useLoaderData<typeof loader>();
  const { passed, rightCount, questionCount, score, settings } = result;
  const mayTry = !passed && further !== null && (further.left !== 0 || outline.tryOpen);
  const usedUp = !passed && further?.left === 0 && !mayTry;
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.learn_result_title()} />
      <PageHead
        eyebrow={m.learn_quiz_eyebrow({ number: result.number })}
        title={
          passed ? (
            <WithTitle
              words={({ title }) => m.learn_result_passed({ module: title })}
              title={result.title}
              lang={result.language}
            />
          ) : (
            m.learn_result_failed()
          )
        }
        lead={m.learn_result_lead({ right: rightCount, total: questionCount, score, pass: settings.pass })}
      >
        {passed && (
          <StateMark tone="good">
            {courseDone ? m.learn_course_done({ course: outline.course.title }) : m.learn_module_done()}
          </StateMark>
        )}
      </PageHead>
      <div className="actions mb-12">
        {passed && next && (
          <Button to={next.to}>
            <WithTitle words={m.learn_next_module} title={next.title} lang={next.language} />
          </Button>
        )}
        {passed && certificate && (
          <Button to={`/certificates/${certificate}`}>{m.certificates_from_course()}</Button>
        )}
        {passed && !next && !certificate && <Button to="/">{m.app_to_today()}</Button>}
        {passed && !next && certificate && <QuietButton to="/">{m.app_to_today()}</QuietButton>}
        {mayTry && <Button to={`${outline.home}/attempt`}>{m.learn_try_again()}</Button>}
        {!passed && !usedUp && (
          <QuietButton to={outline.parts[0]?.to ?? outline.home}>{m.learn_read_again()}</QuietButton>
        )}
      </div>
      {usedUp && further && (
        <div className="mb-12">
          <FurtherTry further={further} />
        </div>
      )}
      <h2 className="mb-8">{m.learn_result_answers()}</h2>
      <div lang={result.language}>
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
    </>
  );
}
