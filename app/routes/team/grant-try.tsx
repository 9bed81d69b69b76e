import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { requireHead } from '../guards.server.ts';
import { GrantTry } from '../try-requests.tsx';
import { answerTryRequest, showTryRequest } from '../try-requests.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.quiz_grant_title({ name: data.person }) : m.quiz_requests_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  return showTryRequest(actor, 'team', args.params.request ?? '', args.request);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireHead(args);
  return answerTryRequest(actor, 'team', args.params.request ?? '', args.request);
}

export default function TeamGrantTry() {
  const asked = useLoaderData<typeof loader>();
  const items = [
    { to: '/team', label: m.team_title() },
    { to: '/team/tries', label: m.quiz_requests_title() },
  ];
  return (
    <>
      <Breadcrumb items={items} here={asked.person} />
      <GrantTry asked={asked} answer={useActionData<typeof action>()} home="/team/tries" />
    </>
  );
}
