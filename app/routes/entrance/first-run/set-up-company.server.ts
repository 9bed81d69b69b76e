import type { PasswordHash } from '#app/domain/access/passwords/credential.ts';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import { openSession } from '#app/domain/access/sessions/open-session.server.ts';
import { setPassword } from '#app/domain/access/passwords/set-password.server.ts';
import { spendToken } from '#app/domain/access/tokens/spend-token.server.ts';
import { roles, system } from '#app/domain/actor/actor.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import { companyToday } from '#app/domain/people/company-reads.server.ts';
import { foundCompany } from '#app/domain/people/found-company.server.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { usualPaper } from '#app/domain/people/site.ts';
import { transact } from '#app/platform/db/database.server.ts';
import type { CompanyForm } from './company-form.ts';

type Input = Omit<CompanyForm, 'password'> & { token: string; secretHash: PasswordHash };

/** The whole first run in one transaction: the company with a site, a department and an admin, who is signed in. */
export function setUpCompany(input: Input) {
  const { name, timeZone, language, adminName, email, token, secretHash } = input;
  return transact(async (tx) => {
    const spent = await spendToken(tx, system, { purpose: 'first-run', token });
    if ('refused' in spent) return spent;
    const founded = await foundCompany(tx, system, { name, timeZone, language, sample: false });
    if ('refused' in founded) return founded;
    const hiredOn = await companyToday(tx);
    const paper = usualPaper(timeZone);
    const site = await addSite(tx, system, { name: input.site, timeZone, paper, daysOff: [6, 7] });
    if ('refused' in site) return site;
    const department = await addDepartment(tx, system, { name: input.department });
    if ('refused' in department) return department;
    const { departmentId } = department;
    const place = { departmentId, siteId: site.siteId, jobTitle: '' };
    const person = await addPerson(tx, system, { name: adminName, email, language, hiredOn, ...place });
    if ('refused' in person) return person;
    const { personId } = person;
    for (const role of roles) await grantRole(tx, system, { personId, role });
    await placeDepartment(tx, system, { departmentId, parentId: null, headId: personId, fromOn: hiredOn });
    await setPassword(tx, system, { personId, secretHash, mustChange: false });
    return openSession(tx, system, { personId, method: 'first-run' });
  });
}
