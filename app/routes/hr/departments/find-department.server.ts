import type { LoaderFunctionArgs } from '@remix-run/node';
import type { DepartmentPage } from '#app/domain/people/history/department-page-reads.server.ts';
import { readDepartmentPage } from '#app/domain/people/history/department-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

/** The department in the address, open or closed; 404 where there is none. */
export async function findDepartment({ params }: LoaderFunctionArgs): Promise<DepartmentPage> {
  return (await readDepartmentPage(reader, params.department ?? '')) ?? notFound();
}

/** The way back from a page about one department. */
export function departmentCrumbs({ id, name }: { id: string; name: string }) {
  return [
    { to: '/hr', label: m.hr_title() },
    { to: '/hr/departments', label: m.hr_departments_title() },
    { to: `/hr/departments/${id}`, label: name },
  ];
}
