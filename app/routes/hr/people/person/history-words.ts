import type { NamedPlace, PersonEntry } from '#app/domain/people/history/person-history.ts';
import * as m from '#app/messages/generated/messages.js';
import { formatDay } from '#app/platform/locale/format.ts';

type Said = { text: string; note?: string | null };

function placeInWords({ department, site, jobTitle, manager }: NamedPlace): string {
  const place = jobTitle
    ? m.hr_place_as({ job: jobTitle, department, site })
    : m.hr_place({ department, site });
  return manager ? m.hr_place_manager({ place, manager }) : place;
}

/** What is new about a place: of a move within a department, the job, the site or the manager. */
function moveInWords(from: NamedPlace, to: NamedPlace): Said {
  if (from.departmentId !== to.departmentId) {
    return {
      text: m.hr_entry_moved({ from: from.department, to: to.department }),
      note: placeInWords(to),
    };
  }
  const changes = [
    from.jobTitle === to.jobTitle ? [] : [m.hr_entry_job({ job: to.jobTitle || m.hr_nothing() })],
    from.site === to.site ? [] : [m.hr_entry_site({ site: to.site })],
    from.manager === to.manager ? [] : [m.hr_entry_manager({ manager: to.manager ?? m.hr_nothing() })],
  ].flat();
  return { text: changes.join('. ') || m.hr_entry_placed(), note: placeInWords(to) };
}

export function personEntryInWords(entry: PersonEntry, locale: string): Said {
  const or = (text: string | null) => text ?? m.hr_nothing();
  switch (entry.kind) {
    case 'hired':
      return { text: m.hr_entry_hired(), note: entry.to && placeInWords(entry.to) };
    case 'returned':
      return { text: m.hr_entry_returned(), note: entry.to && placeInWords(entry.to) };
    case 'moved':
      return moveInWords(entry.from, entry.to);
    case 'left':
      return { text: m.hr_entry_left() };
    case 'renamed':
      return { text: m.hr_entry_renamed({ from: entry.from, to: entry.to }) };
    case 'email':
      return { text: m.hr_entry_email({ from: or(entry.from), to: or(entry.to) }) };
    case 'number':
      return { text: m.hr_entry_number({ from: or(entry.from), to: or(entry.to) }) };
    case 'deputy':
      return {
        text: m.hr_entry_deputy({ department: entry.department, date: formatDay(entry.until, locale) }),
      };
    case 'head':
      return { text: m.hr_entry_head({ department: entry.department }) };
    case 'head-no-more':
      return { text: m.hr_entry_head_no_more({ department: entry.department }) };
  }
}
