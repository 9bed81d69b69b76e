import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { requireRole } from '../../guards.server.ts';
import { TryRequests } from '../../try-requests.tsx';
import { showTryRequests } from '../../try-requests.server.ts';

export const meta: MetaFunction = () => [{ title: m.quiz_requests_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr');
  return showTryRequests(actor, 'hr', args.request);
}

export default function HrTries() {
  return (
    <>
      <Breadcrumb items={[{ to: '/hr', label: m.hr_title() }]} here={m.quiz_requests_title()} />
      <TryRequests {...useLoaderData<typeof loader>()} lead={m.quiz_requests_lead_hr()} home="/hr/tries" />
    </>
  );
}
