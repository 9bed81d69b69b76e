import * as m from '#app/messages/generated/messages.js';
import { Notice } from '#app/ui/page/banner.tsx';
import type { ModuleOutlineView } from '../module/module-view.server.ts';

/** For whoever reads in a language that nobody has put the module into yet. */
export function LanguageNote({ notInMine }: Pick<ModuleOutlineView, 'notInMine'>) {
  if (!notInMine) return null;
  return <Notice>{m.reading_not_in_mine(notInMine)}</Notice>;
}
