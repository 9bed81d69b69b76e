import type { Department } from '#app/domain/people/department.ts';
import { departmentTree, functions } from '#app/domain/people/department.ts';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { functionWords } from '../function-words.ts';

/** For a select: what is below another department stands under it and further in. */
export function departmentOptions(departments: Department[]): SelectOption[] {
  return departmentTree(departments).map(({ id, name, depth }) => ({
    value: id,
    label: '\u2003'.repeat(depth) + name,
  }));
}

export function functionOptions(): SelectOption[] {
  return functions.map((id) => ({ value: id, label: functionWords[id]() }));
}
