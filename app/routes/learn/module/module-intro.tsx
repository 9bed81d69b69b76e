import * as m from '#app/messages/generated/messages.js';
import { Link } from '#app/ui/link/link.tsx';
import { PartList } from '#app/ui/document/part-list.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import type { ModuleOutlineView } from './module-view.server.ts';
import { LanguageChoice } from '../language/language-choice.tsx';
import { LanguageNote } from '../language/language-note.tsx';
import { ModuleCrumbs } from './module-crumbs.tsx';

type Props = {
  outline: ModuleOutlineView;
  completedOn: string | null;
  /** The day from which it is to be read again; null where it is not. */
  againFrom: string | null;
  hasChanged: boolean;
};

/** Before a module is begun, and once it is done. */
export function ModuleIntro({ outline, completedOn: completedEver, againFrom, hasChanged }: Props) {
  const completedOn = againFrom ? null : completedEver;
  const { home, here, title, parts, learn, language, minutes, position, course } = outline;
  const first = parts[0]?.to;
  return (
    <>
      <ModuleCrumbs outline={outline} />
      <PageHead
        eyebrow={m.learn_module_eyebrow({ position, total: course.modules, minutes })}
        title={title}
        lang={language}
      >
        {completedEver && (
          <StateMark tone={completedOn ? 'good' : 'plain'}>
            {m.learn_completed_on({ date: completedEver })}
          </StateMark>
        )}
      </PageHead>
      <LanguageNote notInMine={outline.notInMine} />
      <SinceThen home={home} againFrom={againFrom} hasChanged={hasChanged} />
      <div className="actions">
        {outline.mayRead ? (
          <>
            {first && <Button to={first}>{m.learn_read_again()}</Button>}
            {outline.questions > 0 && completedOn && (
              <QuietButton to={`${home}/result`}>{m.learn_see_result()}</QuietButton>
            )}
            {outline.begun && outline.questions > 0 && (
              <Button to={`${home}/attempt`}>{m.learn_to_questions()}</Button>
            )}
          </>
        ) : (
          <form method="post" action={here}>
            <SubmitOnce>{againFrom ? m.today_begin_again() : m.learn_begin()}</SubmitOnce>
          </form>
        )}
      </div>
      <div className="mt-4 mb-10">
        <LanguageChoice outline={outline} />
      </div>
      {learn.length > 0 && (
        <section className="prose">
          <h2>{m.learn_you_will_learn()}</h2>
          <ul lang={language}>
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
          lang={language}
          parts={[
            ...parts.map((part) => ({
              title: part.title,
              minutes: part.minutes,
              read: part.read,
              current: false,
              to: outline.mayRead ? part.to : undefined,
            })),
            ...questionsItem(outline, completedOn !== null),
          ]}
        />
      </section>
      {outline.mayRead && (
        <p className="mt-6">
          <Link className="inline-block py-2" to={`${home}/print${outline.here.slice(home.length)}`}>
            {m.reading_print_whole()}
          </Link>
        </p>
      )}
    </>
  );
}

function SinceThen({
  home,
  againFrom,
  hasChanged,
}: { home: string } & Pick<Props, 'againFrom' | 'hasChanged'>) {
  if (!againFrom && !hasChanged) return null;
  return (
    <div className="notice">
      {againFrom && <h2 className="mb-2 text-h3">{m.today_again_title()}</h2>}
      <p>{againFrom ? m.today_again_why({ date: againFrom }) : m.today_changed_notice()}</p>
      {hasChanged && (
        <p>
          <Link className="plain-press" to={`${home}/changes`}>
            {m.today_changed_see()}
          </Link>
        </p>
      )}
    </div>
  );
}

function questionsItem(outline: ModuleOutlineView, read: boolean) {
  if (outline.questions === 0) return [];
  const title = m.learn_questions({ count: outline.questions });
  return [{ title, minutes: outline.quizMinutes, read, current: false }];
}
