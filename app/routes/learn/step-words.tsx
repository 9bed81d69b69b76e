import type { ModuleState } from '#app/domain/learning/courses/course-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { WithTitle } from '#app/ui/reading/with-title.tsx';

type Step = { title: string; language: string; state: ModuleState; begun: boolean };

function wordsFor({ state, begun }: Step): (about: { title: string }) => string {
  if (begun || state === 'started') return m.learn_go_on_with;
  return state === 'again' ? m.today_read_again : m.learn_begin_with;
}

/** What the button says that leads on to a module. */
export function StepWords({ step }: { step: Step }) {
  return <WithTitle words={wordsFor(step)} title={step.title} lang={step.language} />;
}
