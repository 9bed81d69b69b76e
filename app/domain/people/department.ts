import { z } from 'zod';

/** The fixed list that content names; a department may have one. The same ids stand in content/functions.yaml. */
export const functions = [
  'sales',
  'marketing',
  'customer-service',
  'it',
  'partners',
  'product',
  'manufacturing',
  'shipping',
  'finance',
  'people',
  'office',
  'leadership',
] as const;

export type FunctionId = (typeof functions)[number];

export const newDepartment = z
  .object({
    name: z.string({ error: 'missing' }).trim().min(1, 'missing').max(120, 'too-long'),
    function: z.enum(functions, 'not-a-function').optional(),
    parentId: z.string().optional(),
    headId: z.string().optional(),
  })
  .strict();

/** What a department is called and does; where it stands is a row of its own. */
export const departmentTerms = newDepartment.pick({ name: true, function: true }).strict();

export type DepartmentTerms = z.infer<typeof departmentTerms>;

export type NewDepartment = z.infer<typeof newDepartment>;

export type Department = {
  id: string;
  name: string;
  function: string | null;
  parentId: string | null;
  headId: string | null;
};

export type DepartmentNode = Department & { depth: number };

/** Departments with those below them following, each with its depth. */
export function departmentTree(departments: Department[]): DepartmentNode[] {
  const children = new Map<string | null, Department[]>();
  const known = new Set(departments.map(({ id }) => id));
  for (const department of departments) {
    const parent = department.parentId && known.has(department.parentId) ? department.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), department]);
  }
  const walk = (parent: string | null, depth: number): DepartmentNode[] =>
    (children.get(parent) ?? []).flatMap((department) => [
      { ...department, depth },
      ...walk(department.id, depth + 1),
    ]);
  return walk(null, 0);
}

/** The department itself and all below it. */
export function withBelow(departments: Department[], id: string): string[] {
  const below = departments.filter((department) => department.parentId === id);
  return [id, ...below.flatMap((department) => withBelow(departments, department.id))];
}

/** The department's function, or that of the nearest one above that has one. */
export function functionOf(departments: Department[], id: string): string | null {
  const department = departments.find((candidate) => candidate.id === id);
  if (!department) return null;
  if (department.function) return department.function;
  return department.parentId ? functionOf(departments, department.parentId) : null;
}
