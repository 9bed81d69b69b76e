import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { keepAnswers } from '#app/domain/learning/quizzes/keep-answers.server.ts';
import { quizForTaking } from '#app/domain/learning/quizzes/quiz-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { openModule } from '../module/find-module.server.ts';
import { readSoFar } from './quiz-form.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { home } = await openModule(args);
  throw redirect(`${home}/quiz`);
}

/** Sent by the questions' page at every change. 204 when it is kept, 409 when the try is over. */
export async function action(args: ActionFunctionArgs) {
  const { actor, module } = await openModule(args);
  const { documentId } = module;
  const form = await args.request.formData();
  const quiz = await quizForTaking(reader, actor.id, documentId);
  const attemptId = String(form.get('attempt') ?? '');
  if (quiz?.attemptId !== attemptId) return new Response(null, { status: 409 });
  const answers = readSoFar(quiz.questions, form);
  const kept = await transact((tx) =>
    keepAnswers(tx, { personId: actor.id, documentId, attemptId, answers }),
  );
  return new Response(null, { status: kept ? 204 : 409 });
}
