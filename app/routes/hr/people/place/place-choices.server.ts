import type { PersonPage } from '#app/domain/people/history/person-page-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import { readSites } from '#app/domain/people/directory/site-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { departmentOptions } from '../../department-options.ts';

/** What there is to choose from, and where they are now. */
export async function placeChoices({ place }: PersonPage) {
  const manager = place?.managerId ? await readPersonCard(reader, place.managerId) : null;
  const sites = await readSites(reader);
  return {
    departments: departmentOptions(await readDepartments(reader)),
    sites: sites.map(({ id, name }) => ({ value: id, label: name })),
    place: {
      departmentId: place?.departmentId,
      siteId: place?.siteId,
      jobTitle: place?.jobTitle,
      manager: manager?.email ?? manager?.employeeNumber ?? undefined,
    },
  };
}

export type PlaceChoices = Awaited<ReturnType<typeof placeChoices>>;
