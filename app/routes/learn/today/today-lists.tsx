import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Fold } from '#app/ui/fold/fold.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { ModuleStateMark } from '../course/module-lines.tsx';
import type { ShownPlaced, TodayView } from './today-view.server.ts';

const finishedAtOnce = 3;

function ModuleLine({ module }: { module: ShownPlaced }) {
  const { to, title, course, position, total, againFrom } = module;
  return (
    <li>
      <h3 dir="auto">
        <Link to={to}>{title}</Link>
      </h3>
      <ModuleStateMark module={module} />
      <span className="soft">
        {againFrom
          ? m.today_again_line({ date: againFrom })
          : m.learn_module_of_course({ course, position, total })}
      </span>
    </li>
  );
}

export function OtherModules({ modules }: { modules: ShownPlaced[] }) {
  if (modules.length === 0) return null;
  return (
    <section className="section">
      <h2 className="mb-4">{m.today_after()}</h2>
      <ul className="lines">
        {modules.map((module) => (
          <ModuleLine key={module.to} module={module} />
        ))}
      </ul>
    </section>
  );
}

/** All other courses that are not done, a line each. */
export function OtherCourses({ courses }: Pick<TodayView, 'courses'>) {
  if (courses.length === 0) return null;
  return (
    <section className="section">
      <h2 className="mb-4">{m.today_other_courses()}</h2>
      <ul className="lines">
        {courses.map(({ slug, title, done, total, minutes }) => (
          <li key={slug}>
            <h3 dir="auto">
              <Link to={`/learn/${slug}`}>{title}</Link>
            </h3>
            <StateMark>{m.learn_modules_done({ done, total })}</StateMark>
            <span className="soft">{m.today_minutes_left({ count: minutes })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What they have completed and would find changed, with the editor's line where there is one. */
export function ChangedModules({ modules }: { modules: TodayView['changed'] }) {
  if (modules.length === 0) return null;
  return (
    <section className="section max-w-wide">
      <h2 className="mb-4">{m.today_changed()}</h2>
      <ul className="lines">
        {modules.map((module) => (
          <li key={module.to}>
            <h3 dir="auto">
              <Link to={module.to}>{module.title}</Link>
            </h3>
            <ModuleStateMark module={module} />
            <p dir="auto">{module.note ?? m.today_changed_plain()}</p>
            <p>
              <Link
                className="plain-press"
                to={`${module.to}/changes`}
                aria-label={m.today_changed_see_in({ title: module.title })}
              >
                {m.today_changed_see()}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function FinishedModules({ modules }: { modules: ShownPlaced[] }) {
  if (modules.length === 0) return null;
  const more = modules.slice(finishedAtOnce);
  const lines = (some: ShownPlaced[]) => (
    <ul className="lines">
      {some.map((module) => (
        <ModuleLine key={module.to} module={module} />
      ))}
    </ul>
  );
  return (
    <section className="section max-w-wide">
      <h2 className="mb-4">{m.today_done()}</h2>
      {lines(modules.slice(0, finishedAtOnce))}
      {more.length > 0 && <Fold title={m.today_done_more({ count: more.length })}>{lines(more)}</Fold>}
      <p className="mt-4">
        <Link className="plain-press" to="/learn">
          {m.today_done_all()}
        </Link>
      </p>
    </section>
  );
}
