import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { hasPin } from '#app/domain/access/pins/pin-reads.server.ts';
import { removePin } from '#app/domain/access/pins/remove-pin.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { HelpedPage } from './helped-page.tsx';
import { requireHelped } from './helped-person.server.ts';

export const meta: MetaFunction = () => [{ title: m.tablet_pin_off_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await requireHelped(args);
  const has = await hasPin(reader, person.id);
  const done = new URL(args.request.url).searchParams.get('saved') === 'off';
  return { name: person.name, has, done: done && !has };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, person } = await requireHelped(args);
  await transact((tx) => removePin(tx, actor, { personId: person.id }));
  throw redirect(`/hr/people/${person.id}/pin-off?saved=off`, 303);
}

export default function PinOff() {
  const { name, has, done } = useLoaderData<typeof loader>();
  return (
    <HelpedPage
      here={m.tablet_pin_off_title()}
      title={m.tablet_pin_off_title_of({ name })}
      done={done ? m.tablet_pin_off_done({ name }) : null}
      lead={has ? m.tablet_pin_off_lead() : m.tablet_pin_off_none({ name })}
      button={has ? m.tablet_pin_off_button() : null}
    />
  );
}
