import type { DepartmentEntry } from '#app/domain/people/history/department-history.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatDay } from '#app/platform/locale/format.ts';
import { functionName } from '../words.ts';

export function departmentEntryInWords(entry: DepartmentEntry, locale: string): string {
  switch (entry.kind) {
    case 'added':
      return m.hr_entry_added({ name: entry.name });
    case 'renamed':
      return m.hr_entry_renamed({ from: entry.from, to: entry.to });
    case 'function': {
      const name = functionName(entry.to);
      return name ? m.hr_entry_function({ name }) : m.hr_entry_function_none();
    }
    case 'placed':
      return entry.under ? m.hr_entry_under({ name: entry.under }) : m.hr_entry_at_the_top();
    case 'head':
      return entry.head ? m.hr_entry_headed_by({ name: entry.head }) : m.hr_entry_headed_by_nobody();
    case 'deputy':
      return m.hr_entry_deputised({ name: entry.deputy, date: formatDay(entry.until, locale) });
    case 'closed':
      return m.hr_entry_closed();
    case 'reopened':
      return m.hr_entry_reopened();
  }
}
