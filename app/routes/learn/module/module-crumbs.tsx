import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import type { ModuleOutlineView } from './module-view.server.ts';

/** `here` is left out on the module's own page. */
export function ModuleCrumbs({ outline, here }: { outline: ModuleOutlineView; here?: string }) {
  const { course, home, title } = outline;
  const items = [
    { to: '/learn', label: m.app_nav_learn() },
    { to: `/learn/${course.slug}`, label: course.title },
  ];
  if (here) items.push({ to: home, label: title });
  return <Breadcrumb items={items} here={here ?? title} />;
}
