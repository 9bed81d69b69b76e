import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { unanswered } from '#app/domain/learning/quizzes/quiz.ts';
import { quizForTaking } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import type { QuestionKind } from '#app/domain/publishing/document-tree.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { LastTime } from '#app/ui/document/question/last-time.tsx';
import { QuestionField } from '#app/ui/document/question-field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { KeepAsYouGo } from '#app/ui/form/keep-as-you-go.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound } from '../../guards.server.ts';
import { openModule } from '../module/find-module.server.ts';
import { ModuleCrumbs } from '../module/module-crumbs.tsx';
import { readModuleView } from '../module/module-view.server.ts';
import { questionFieldName, readQuizForm } from './quiz-form.ts';

export const meta: MetaFunction = () => [{ title: m.learn_attempt_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const quiz = await quizForTaking(reader, open.actor.id, open.module.documentId);
  if (!quiz) throw redirect(`${open.home}/attempt`);
  const { outline } = await readModuleView(open);
  return { outline, quiz, functions: [open.actor.function ?? 'none'] };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, module, home } = await openModule(args);
  const { documentId } = module;
  const form = await args.request.formData();
  const quiz = await quizForTaking(reader, actor.id, documentId);
  const posted = readQuizForm(quiz?.questions ?? [], form);
  const submitted = await transact((tx) => submitQuiz(tx, actor, { documentId, ...posted }));
  if ('ok' in submitted) throw redirect(`${home}/result?try=${submitted.number}`, 303);
  if (submitted.refused === 'no-try-open' || !quiz) return notFound();
  const missing = unanswered(quiz.questions, posted.answers);
  return data({ answers: posted.answers, fields: posted.fields, missing }, { status: 422 });
}

const incomplete: Partial<Record<QuestionKind, () => string>> = {
  order: m.learn_quiz_order_incomplete,
  match: m.quiz_match_incomplete,
};

const wordFor = (kind: QuestionKind) => (incomplete[kind] ?? m.learn_quiz_unanswered)();

export default function Quiz() {
  const { outline, quiz, functions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // A question keeps its number, wherever it stands, so that it is found again among the answers.
  const asked = quiz.questions.map((question, index) => ({
    question,
    number: index + 1,
    mistake: quiz.mistakes.find(({ questionId }) => questionId === question.id),
  }));
  const again = asked.filter(({ mistake }) => mistake);
  const others = asked.filter(({ mistake }) => !mistake);
  const missing = [...again, ...others].filter(({ question }) => answer?.missing.includes(question.id));
  const field = ({ question, number }: Pick<(typeof asked)[number], 'question' | 'number'>) => (
    <QuestionField
      key={question.id}
      question={question}
      name={questionFieldName(question)}
      number={number}
      chosen={answer ? answer.answers[question.id] : quiz.soFar[question.id]}
      fields={answer?.fields[question.id]}
      errors={answer?.missing.includes(question.id) ? wordFor(question.kind) : undefined}
    />
  );
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.learn_attempt_title()} />
      <PageHead
        eyebrow={m.learn_quiz_eyebrow({ number: quiz.number })}
        title={m.learn_attempt_title()}
        lead={m.learn_quiz_lead({ count: quiz.questions.length, pass: quiz.settings.pass })}
      />
      <form method="post" noValidate>
        <FormErrors
          errors={missing.map(({ question, number }) => ({
            message: m.learn_quiz_error({ number, problem: wordFor(question.kind) }),
            fieldId: `question-${question.id}`,
          }))}
        />
        <input type="hidden" name="attempt" value={quiz.attemptId} />
        {again.length > 0 && (
          <div className="mb-8">
            <h2>{m.quiz_not_right_yet()}</h2>
            <Link className="inline-flex min-h-touch items-center" to={`${outline.home}/result`}>
              {m.quiz_last_answers()}
            </Link>
          </div>
        )}
        {again.map(({ mistake, ...one }) => (
          <div key={one.question.id} className="again" lang={quiz.language}>
            {mistake && (
              <LastTime
                question={one.question}
                number={one.number}
                mistake={mistake}
                functions={functions}
                scenarioHref={(slug) => `${outline.home}?part=${slug}`}
              />
            )}
            {field(one)}
          </div>
        ))}
        {again.length > 0 && others.length > 0 && <h2 className="mt-16 mb-8">{m.quiz_right_before()}</h2>}
        <div lang={quiz.language}>{others.map(field)}</div>
        <KeepAsYouGo to={`${outline.home}/answers`} />
        <div className="actions mt-6">
          <SubmitOnce>{m.learn_quiz_submit()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
