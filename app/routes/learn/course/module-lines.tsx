import { Link } from '@remix-run/react';
import type { ModuleOutline } from '#app/domain/learning/courses/course-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { StateMark } from '#app/ui/page/state-mark.tsx';

export type ShownModule = Omit<ModuleOutline, 'completedOn'> & { completedOn: string | null };

/** The modules of a course in their order, each with how far the reader is. */
export function ModuleLines({
  course,
  modules,
}: {
  course: { slug: string; title?: string };
  modules: ShownModule[];
}) {
  return (
    <ol className="lines">
      {modules.map((module, index) => (
        <li key={module.slug}>
          <h3 lang={module.language} dir="auto">
            <Link to={`/learn/${course.slug}/${module.slug}`}>{module.title}</Link>
          </h3>
          <ModuleStateMark module={module} />
          <span className="soft">
            {course.title
              ? m.learn_module_of_course({ course: course.title, position: index + 1, total: modules.length })
              : m.ui_minutes({ count: module.minutes })}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function ModuleStateMark({ module }: { module: Pick<ShownModule, 'state' | 'completedOn'> }) {
  if (module.state === 'again') return <StateMark tone="due">{m.today_again()}</StateMark>;
  if (module.completedOn)
    return <StateMark tone="good">{m.learn_done_on({ date: module.completedOn })}</StateMark>;
  return (
    <StateMark>
      {module.state === 'started' ? m.learn_state_started() : m.learn_state_not_started()}
    </StateMark>
  );
}
