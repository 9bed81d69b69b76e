import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { grantRole } from '#app/domain/access/grant-role.server.ts';
import type { PersonActor, Role } from '#app/domain/actor/actor.ts';
import { grantableRoles } from '#app/domain/actor/role-grants.ts';
import { addPerson } from '#app/domain/people/add-person.server.ts';
import { companyToday, readCompany } from '#app/domain/people/company-reads.server.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { findColleague } from '#app/domain/people/directory/person-reads.server.ts';
import { readSites } from '#app/domain/people/directory/site-reads.server.ts';
import type { NewPerson } from '#app/domain/people/person.ts';
import * as m from '#app/messages/generated/messages.js';
import type { Refused } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { departmentOptions } from '../department-options.ts';
import { PersonFields } from './person-fields.tsx';
import type { PersonRefusal } from './person-form.ts';
import { personForm, refusedAt, wordPerson } from './person-form.ts';

export const meta: MetaFunction = () => [{ title: m.hr_person_new_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const [departments, sites, today] = await Promise.all([
    readDepartments(reader),
    readSites(reader),
    companyToday(reader),
  ]);
  return {
    departments: departmentOptions(departments),
    sites: sites.map(({ id, name }) => ({ value: id, label: name })),
    roles: grantableRoles(actor),
    today,
  };
}

type Added = { ok: true; personId: string } | Refused<PersonRefusal>;

/** Person and roles, or none of them. */
function addWithRoles(actor: PersonActor, person: NewPerson, roles: Role[]): Promise<Added> {
  return transact(async (tx): Promise<Added> => {
    const added = await addPerson(tx, actor, person);
    if ('refused' in added) return added;
    const { personId } = added;
    for (const role of roles) {
      const granted = await grantRole(tx, actor, { personId, role });
      if ('refused' in granted) return { refused: 'role-not-allowed' };
    }
    return added;
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const submission = await parseForm(args.request, personForm);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), wordPerson) }, { status: 422 });
  }
  const refuse = (refused: PersonRefusal) => {
    const field = refusedAt[refused];
    const reply = submission.reply(
      field ? { fieldErrors: { [field]: [refused] } } : { formErrors: [refused] },
    );
    return data({ reply: wordReply(reply, wordPerson) }, { status: 422 });
  };
  const { manager, roles, ...person } = submission.value;
  const managerId = manager ? await findColleague(reader, manager) : undefined;
  if (managerId === null) return refuse('unknown-manager');
  const company = await readCompany(reader);
  const newcomer = { ...person, managerId, language: company?.language ?? actor.language };
  const added = await addWithRoles(actor, newcomer, roles);
  if ('refused' in added) return refuse(added.refused);
  throw redirect(`/hr/people/${added.personId}/added`, 303);
}

export default function NewPerson() {
  const choices = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/people', label: m.hr_people_title() },
        ]}
        here={m.hr_person_new_title()}
      />
      <PageHead title={m.hr_person_new_title()} lead={m.hr_person_new_lead()} />
      <PersonFields reply={answer?.reply} choices={choices} />
    </>
  );
}
