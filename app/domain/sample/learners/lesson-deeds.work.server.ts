import type { PersonActor } from '#app/domain/actor/actor.ts';
import { finishModule } from '#app/domain/learning/completions/finish-module.server.ts';
import { tellHowItWent } from '#app/domain/learning/commitments/tell-how-it-went.server.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { keepPlace } from '#app/domain/learning/modules/keep-place.server.ts';
import { makeCommitment } from '#app/domain/learning/modules/make-commitment.server.ts';
import { startAttempt } from '#app/domain/learning/quizzes/start-attempt.server.ts';
import { submitQuiz } from '#app/domain/learning/quizzes/submit-quiz.server.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import type { Deed } from '../deed.ts';
import { granted } from '../deed.ts';
import type { ModuleText } from './read-course-texts.work.server.ts';
import type { Act, Step } from './sitting.ts';
import { tellOfLastCourse } from './tell-of-last-course.work.server.ts';

export type Lesson = {
  text: ModuleText;
  steps: Step[];
  actorOf: () => PersonActor;
  /** What they write where a module asks for it; null is nothing. */
  promise: string | null;
  instantOf: (minute: number) => Date;
};

/** One person's steps through one module, by the verbs that a page would call. */
export function lessonDeeds({ text, steps, actorOf, promise, instantOf }: Lesson): Deed[] {
  const { documentId, versionId } = text;
  let attemptId = '';
  const perform = async (tx: Tx, act: Act) => {
    const actor = actorOf();
    switch (act.kind) {
      case 'begin':
        await beginModule(tx, actor, { documentId, versionId, firstPart: act.firstPart });
        return;
      case 'read':
        await keepPlace(tx, {
          personId: actor.id,
          documentId,
          readPart: act.readPart,
          nextPart: act.nextPart,
        });
        return;
      case 'promise':
        if (promise) await makeCommitment(tx, actor, { documentId, versionId, text: promise });
        return;
      case 'tell': {
        const made = await tx.commitment.findFirst({
          where: { personId: actor.id, documentId },
          orderBy: { madeAt: 'desc' },
          select: { id: true },
        });
        if (made)
          granted(await tellHowItWent(tx, actor, { commitmentId: made.id, outcome: act.outcome, text: '' }));
        return;
      }
      case 'start-quiz':
        attemptId = granted(await startAttempt(tx, actor, { documentId })).attemptId;
        return;
      case 'submit-quiz': {
        const { passed } = granted(
          await submitQuiz(tx, actor, { documentId, attemptId, answers: act.answers }),
        );
        if (passed) await tellOfLastCourse(tx, actor.id);
        return;
      }
      case 'finish':
        granted(await finishModule(tx, actor, { documentId }));
        await tellOfLastCourse(tx, actor.id);
    }
  };
  return steps.map(({ minute, act }) => ({ at: instantOf(minute), act: (tx) => perform(tx, act) }));
}
