import { z } from 'zod';
import { newPassword } from '#app/domain/access/passwords/credential.ts';
import { newCompany } from '#app/domain/people/company.ts';
import { email, personName } from '#app/domain/people/person.ts';

const placeName = z.string({ error: 'missing' }).trim().min(1, 'missing').max(120, 'too-long');

/** A company with its first site, department and admin. */
export const companyForm = newCompany.extend({
  site: placeName,
  department: placeName,
  adminName: personName,
  email,
  password: newPassword,
});

export type CompanyForm = z.infer<typeof companyForm>;
