import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { removeSecondFactor } from '#app/domain/access/second-factor/remove-second-factor.server.ts';
import { readSecondFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { HelpedPage } from './helped-page.tsx';
import { requireHelped } from './helped-person.server.ts';

export const meta: MetaFunction = () => [{ title: m.factor_other_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await requireHelped(args);
  const { state } = await readSecondFactor(reader, person.id);
  const done = new URL(args.request.url).searchParams.get('saved') === 'off';
  return { name: person.name, isOn: state === 'on', done: done && state === 'off', mailed: person.email };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, person } = await requireHelped(args);
  await transact((tx) => removeSecondFactor(tx, actor, { personId: person.id }));
  throw redirect(`/hr/people/${person.id}/second-factor-off?saved=off`, 303);
}

export default function SecondFactorOff() {
  const { name, isOn, done, mailed } = useLoaderData<typeof loader>();
  const said = mailed ? m.factor_other_done_mailed({ name }) : m.factor_other_done({ name });
  return (
    <HelpedPage
      here={m.factor_other_title()}
      title={m.factor_other_title_of({ name })}
      done={done ? said : null}
      lead={isOn ? m.factor_other_lead() : m.factor_other_none({ name })}
      button={isOn ? m.factor_other_button() : null}
    />
  );
}
