import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { readCast } from '#app/domain/sample/cast-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { PageHandle } from '../../frame.tsx';
import { notFound } from '../../guards.server.ts';
import { finishSignIn } from './finish-sign-in.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_sample_people_title() }];

/** In every database but the sample company's this page does not exist. */
async function requireSample(): Promise<string> {
  const company = await readCompany(reader);
  return company?.sample ? company.name : notFound();
}

export async function loader() {
  const name = await requireSample();
  return { name, people: await readCast(reader) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireSample();
  const wanted = (await request.formData()).get('personId');
  const person = (await readCast(reader)).find(({ id }) => id === wanted);
  if (!person) return notFound();
  const finished = await finishSignIn({ request, context }, { personId: person.id, method: 'sample' });
  if ('refused' in finished) return notFound();
  throw redirect(finished.to, { status: 303, headers: finished.headers });
}

const duties = {
  learner: m.entrance_sample_duty_learner,
  head: m.entrance_sample_duty_head,
  hr: m.entrance_sample_duty_hr,
  editor: m.entrance_sample_duty_editor,
  admin: m.entrance_sample_duty_admin,
};

export default function SamplePeople() {
  const { name, people } = useLoaderData<typeof loader>();
  return (
    <NarrowPage
      name={name}
      line={m.app_footer()}
      title={m.entrance_sample_people_title()}
      lead={m.entrance_sample_people_lead()}
    >
      <form method="post">
        <ul className="grid list-none gap-3 p-0">
          {people.map((person) => (
            <li key={person.id}>
              <button
                className="btn btn-quiet w-full flex-col items-start gap-1 text-start"
                name="personId"
                value={person.id}
              >
                {m.entrance_sample_sign_in_as({ name: person.name })}
                <span className="soft font-normal">
                  {m.entrance_sample_person({ department: person.department, duty: duties[person.duty]() })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </NarrowPage>
  );
}
