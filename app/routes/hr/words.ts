import type { Role } from '#app/domain/actor/actor.ts';
import type { CompletionSource } from '#app/domain/learning/completions/completion-source.ts';
import type { FunctionId } from '#app/domain/people/department.ts';
import type { CourseState } from '#app/domain/reporting/completions-report.ts';
import * as m from '#app/messages/generated/messages.js';
import { functionWords } from '../function-words.ts';
import type { StateTone } from '#app/ui/page/state-mark.tsx';

export const stateWords: Record<CourseState, () => string> = {
  'not-started': m.hr_state_not_started,
  started: m.hr_state_started,
  completed: m.hr_state_completed,
  again: m.hr_state_again,
};

export const stateTones: Record<CourseState, StateTone> = {
  'not-started': 'plain',
  started: 'due',
  completed: 'good',
  again: 'due',
};

export const roleWords: Record<Role, { name: () => string; about: () => string; short: () => string }> = {
  editor: { name: m.hr_role_editor, about: m.hr_role_editor_about, short: m.hr_role_short_editor },
  hr: { name: m.hr_role_hr, about: m.hr_role_hr_about, short: m.hr_role_short_hr },
  admin: { name: m.hr_role_admin, about: m.hr_role_admin_about, short: m.hr_role_short_admin },
};

export const sourceWords: Record<CompletionSource, () => string> = {
  self: m.hr_source_self,
  talk: m.hr_source_talk,
  external: m.hr_source_external,
};

export function sourcesInWords(rowSources: string[]): string {
  return rowSources.map((source) => sourceWords[source as CompletionSource]?.() ?? source).join(', ');
}

export function functionName(id: string | null): string | null {
  return id === null ? null : (functionWords[id as FunctionId]?.() ?? id);
}
