import { system } from '#app/domain/actor/actor.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import { foundCompany } from '#app/domain/people/found-company.server.ts';
import type { KnownIds } from './known-ids.ts';
import { idOf } from './known-ids.ts';
import type { Deed } from './deed.ts';
import { granted } from './deed.ts';
import type { SampleData } from './sample-data.ts';

type Structure = { data: SampleData; known: KnownIds; openedOn: string; momentOf: (index: number) => Date };

/** The company, its sites and its departments, on the first morning. The heads come with the people. */
export function structureDeeds({ data, known, openedOn, momentOf }: Structure): Deed[] {
  const { sites, ...company } = data.company;
  const acts: Deed['act'][] = [
    async (tx) => granted(await foundCompany(tx, system, { ...company, sample: true })),
  ];
  for (const { key, ...site } of sites) {
    acts.push(async (tx) => {
      const { siteId } = granted(await addSite(tx, system, { ...site, fromOn: openedOn }));
      known.sites.set(key, siteId);
    });
  }
  for (const { key, name, function: functionId, under } of data.departments) {
    acts.push(async (tx) => {
      const parentId = under && idOf(known.departments, under);
      const input = { name, function: functionId, parentId, fromOn: openedOn };
      const { departmentId } = granted(await addDepartment(tx, system, input));
      known.departments.set(key, departmentId);
    });
  }
  return acts.map((act, index) => ({ at: momentOf(index), act }));
}
