import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import type { StartAttemptRefusal } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { lastMistakes } from '#app/domain/learning/quizzes/mistake-reads.server.ts';
import { quizSettingsOf } from '#app/domain/learning/quizzes/quiz-settings.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { Button } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { openModule } from '../module/find-module.server.ts';
import { ModuleCrumbs } from '../module/module-crumbs.tsx';
import { readModuleView } from '../module/module-view.server.ts';
import { FurtherTry } from './further-try.tsx';
import { showFurtherTry } from './further-try.server.ts';

export const meta: MetaFunction = () => [{ title: m.learn_attempt_title() }];

const refusals: Record<StartAttemptRefusal, () => string> = {
  'not-begun': m.learn_attempt_not_begun,
  'parts-unread': m.learn_attempt_parts_unread,
  'already-completed': m.learn_attempt_completed,
  'attempts-used-up': m.learn_attempt_used_up,
};

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const { found, outline } = await readModuleView(open);
  if (outline.tryOpen) throw redirect(`${open.home}/quiz`);
  const { pass } = quizSettingsOf(found.version.front);
  const mistakes = outline.begun ? await lastMistakes(reader, open.actor.id, found.version) : [];
  return {
    outline,
    pass,
    further: await showFurtherTry(open, args.request),
    mistakes: mistakes.length,
    completed: found.completedOn !== null && found.againFrom === null && !outline.begun,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, module, home } = await openModule(args);
  const started = await transact((tx) => startAttempt(tx, actor, { documentId: module.documentId }));
  if ('refused' in started) return data({ refused: started.refused }, { status: 422 });
  throw redirect(`${home}/quiz`, 303);
}

export default function Attempt() {
  const { outline, pass, further, mistakes, completed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { home } = outline;
  const unread = outline.parts.filter(({ read }) => !read);
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.learn_attempt_title()} />
      <PageHead
        eyebrow={m.learn_attempt_eyebrow({ count: outline.questions, minutes: outline.quizMinutes })}
        title={m.learn_attempt_title()}
        lead={m.learn_attempt_lead({ pass })}
      />
      {answer && <Notice tone="bad">{refusals[answer.refused]()}</Notice>}
      {completed ? (
        <>
          <p>{m.learn_attempt_completed()}</p>
          <Button to={`${home}/result`}>{m.learn_see_result()}</Button>
        </>
      ) : !outline.begun ? (
        <Button to={home}>{m.learn_to_beginning()}</Button>
      ) : unread.length > 0 ? (
        <section className="prose">
          <p>{m.learn_attempt_read_first()}</p>
          <ul>
            {unread.map((part) => (
              <li key={part.slug}>
                <Link to={part.to} lang={outline.language}>
                  {part.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : further?.left === 0 ? (
        <FurtherTry further={further} />
      ) : (
        <form method="post">
          {further?.granted && (
            <p className="mb-4" dir="auto">
              {m.quiz_granted({ name: further.granted.by, reason: further.granted.reason })}
            </p>
          )}
          {mistakes > 0 && <p className="mb-4 max-w-measure">{m.quiz_mistakes({ count: mistakes })}</p>}
          <p className="soft mb-4">
            {further?.left ? m.quiz_tries_left({ count: further.left }) : m.learn_attempt_any_tries()}
          </p>
          <SubmitOnce>{m.learn_attempt_start()}</SubmitOnce>
        </form>
      )}
    </>
  );
}
