import * as m from '#app/messages/generated/messages.js';
import { PartList } from '#app/ui/document/part-list.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { ModuleOutlineView } from './module-view.server.ts';
import { ModuleCrumbs } from './module-crumbs.tsx';

type Props = { outline: ModuleOutlineView; completedOn: string | null };

/** Before a module is begun, and once it is done. */
export function ModuleIntro({ outline, completedOn }: Props) {
  const { home, title, parts, learn, minutes, position, course } = outline;
  const first = parts[0]?.slug;
  return (
    <>
      <ModuleCrumbs outline={outline} />
      <PageHead eyebrow={m.learn_module_eyebrow({ position, total: course.modules, minutes })} title={title}>
        {completedOn && <StateMark tone="good">{m.learn_completed_on({ date: completedOn })}</StateMark>}
      </PageHead>
      <div className="actions mb-10">
        {completedOn || outline.begun ? (
          <>
            {first && <Button to={`${home}?part=${first}`}>{m.learn_read_again()}</Button>}
            {outline.questions > 0 && completedOn && (
              <QuietButton to={`${home}/result`}>{m.learn_see_result()}</QuietButton>
            )}
            {outline.begun && outline.questions > 0 && (
              <Button to={`${home}/attempt`}>{m.learn_to_questions()}</Button>
            )}
          </>
        ) : (
          <form method="post">
            <SubmitOnce>{m.learn_begin()}</SubmitOnce>
          </form>
        )}
      </div>
      {learn.length > 0 && (
        <section className="prose">
          <h2>{m.learn_you_will_learn()}</h2>
          <ul>
            {learn.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="mt-12">
        <h2 className="mb-4">{m.learn_parts()}</h2>
        <PartList
          label={m.learn_parts()}
          parts={[
            ...parts.map((part) => ({
              title: part.title,
              minutes: part.minutes,
              read: part.read,
              current: false,
              to: completedOn || outline.begun ? `${home}?part=${part.slug}` : undefined,
            })),
            ...questionsItem(outline, completedOn !== null),
          ]}
        />
      </section>
    </>
  );
}

function questionsItem(outline: ModuleOutlineView, read: boolean) {
  if (outline.questions === 0) return [];
  const title = m.learn_questions({ count: outline.questions });
  return [{ title, minutes: outline.quizMinutes, read, current: false }];
}
