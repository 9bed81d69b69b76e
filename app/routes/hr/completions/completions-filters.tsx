import type { CompletionsFilters } from '#app/domain/reporting/completions-report.ts';
import * as m from '#app/messages/generated/messages.js';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { FilterSelect, FilterText } from '#app/ui/table/filter-fields.tsx';
import { Filters } from '#app/ui/table/filters.tsx';
import { FilterDay } from '../filter-day.tsx';

type Props = {
  filters: CompletionsFilters;
  on: string;
  departments: SelectOption[];
  courses: SelectOption[];
  states: SelectOption[];
  ways: SelectOption[];
  clear?: string;
};

export function CompletionsFilterForm({ filters, on, departments, courses, states, ways, clear }: Props) {
  const { sort, direction } = filters;
  return (
    <Filters label={m.hr_completions_filters()} clear={clear}>
      <FilterSelect
        label={m.hr_column_department()}
        name="department"
        value={filters.department}
        options={departments}
        all={m.hr_people_all_departments()}
      />
      <FilterSelect
        label={m.hr_column_course()}
        name="course"
        value={filters.course}
        options={courses}
        all={m.hr_completions_all_courses()}
      />
      <FilterSelect
        label={m.hr_column_state()}
        name="state"
        value={filters.state}
        options={states}
        all={m.hr_completions_any_state()}
      />
      <FilterSelect
        label={m.hr_column_source()}
        name="how"
        value={filters.how}
        options={ways}
        all={m.hr_completions_any_way()}
      />
      <FilterText
        label={m.hr_people_search()}
        name="q"
        value={filters.q}
        placeholder={m.hr_people_search_hint()}
      />
      <FilterDay label={m.hr_on()} name="on" value={on} />
      {sort !== 'name' && <input type="hidden" name="sort" value={sort} />}
      {direction !== 'asc' && <input type="hidden" name="direction" value={direction} />}
    </Filters>
  );
}
