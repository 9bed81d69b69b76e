import { z } from 'zod';
import { newCompany } from '#app/domain/people/company.ts';
import { functions } from '#app/domain/people/department.ts';
import { newSite } from '#app/domain/people/site.ts';

const key = z.string().min(1);
const joinedByCommas = z.string().transform((text) => text.split(',').map((name) => name.trim()));

const company = newCompany.extend({ sites: z.array(newSite.extend({ key })) });

const place = z
  .object({
    title: z.string(),
    site: key,
    count: z.int().positive(),
    lead: z.boolean().default(false),
    email: z.boolean().default(true),
  })
  .strict();

const department = z
  .object({
    key,
    name: z.string(),
    function: z.enum(functions).optional(),
    under: key.optional(),
    /** The hour at which the paid eight begin. */
    from: z.int().min(0).max(23),
    /** Missing where one of the cast is the head. */
    head: z.object({ title: z.string(), site: key }).strict().optional(),
    people: z.array(place),
  })
  .strict();

const nameGroup = z
  .object({
    language: z.string(),
    familyFirst: z.boolean().default(false),
    sites: z.record(key, z.int().positive()),
    given: joinedByCommas,
    family: joinedByCommas,
  })
  .strict();

const particularName = z
  .object({ name: z.string(), department: key, site: key, mail: z.string().optional() })
  .strict();

/** The files of prisma/sample, by their names. */
export const sampleFiles = z.object({
  company,
  departments: z.array(department),
  names: z.object({ groups: z.array(nameGroup), particular: z.array(particularName) }).strict(),
  commitments: z.record(z.string(), z.array(z.string()).min(1)),
});

export type SampleData = z.infer<typeof sampleFiles>;
export type SampleDepartment = SampleData['departments'][number];
export type SampleNames = SampleData['names'];
