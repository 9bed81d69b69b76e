import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { requireHead } from '../guards.server.ts';
import { TryRequests } from '../try-requests.tsx';
import { showTryRequests } from '../try-requests.server.ts';

export const meta: MetaFunction = () => [{ title: m.quiz_requests_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  return showTryRequests(actor, 'team', args.request);
}

export default function TeamTries() {
  return (
    <>
      <Breadcrumb items={[{ to: '/team', label: m.team_title() }]} here={m.quiz_requests_title()} />
      <TryRequests {...useLoaderData<typeof loader>()} lead={m.quiz_requests_lead()} home="/team/tries" />
    </>
  );
}
