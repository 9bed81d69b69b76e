import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { unanswered } from '#app/domain/learning/quizzes/quiz.ts';
import { quizForTaking } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
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
  return { outline, quiz };
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
  return data({ answers: posted.answers, places: posted.places, missing }, { status: 422 });
}

export default function Quiz() {
  const { outline, quiz } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const wordFor = (kind: string) =>
    kind === 'order' ? m.learn_quiz_order_incomplete() : m.learn_quiz_unanswered();
  const missing = quiz.questions.flatMap((question, index) =>
    answer?.missing.includes(question.id) ? [{ question, number: index + 1 }] : [],
  );
  return (
    <div lang={quiz.language}>
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
        {quiz.questions.map((question, index) => (
          <QuestionField
            key={question.id}
            question={question}
            name={questionFieldName(question)}
            number={index + 1}
            chosen={answer ? answer.answers[question.id] : quiz.soFar[question.id]}
            places={answer?.places[question.id]}
            errors={answer?.missing.includes(question.id) ? wordFor(question.kind) : undefined}
          />
        ))}
        <KeepAsYouGo to={`${outline.home}/answers`} />
        <div className="actions mt-6">
          <SubmitOnce>{m.learn_quiz_submit()}</SubmitOnce>
        </div>
      </form>
    </div>
  );
}
