import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb, type BreadcrumbProps } from '#app/ui/page/breadcrumb.tsx';
import type { ModuleOutlineView } from './module-view.server.ts';

type Props = { outline: ModuleOutlineView; here?: string; hereLanguage?: string };

/** `here` is left out on the module's own page. */
export function ModuleCrumbs({ outline, here, hereLanguage }: Props) {
  const { course, title, language } = outline;
  const items: BreadcrumbProps['items'] = [
    { to: '/learn', label: m.app_nav_learn() },
    { to: `/learn/${course.slug}`, label: course.title, lang: course.language },
  ];
  if (here) items.push({ to: outline.here, label: title, lang: language });
  const lang = hereLanguage ?? (here ? undefined : language);
  return <Breadcrumb items={items} here={here ?? title} lang={lang} />;
}
