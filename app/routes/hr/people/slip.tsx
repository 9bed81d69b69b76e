import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { requireRole } from '../../guards.server.ts';
import { SlipPage } from '../../slip-page.tsx';
import { makeSlip, showSlipFor } from '../../slip.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.slip_page_title({ name: data.name }) : m.slip_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  return showSlipFor(actor, args.params.person ?? '');
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  return makeSlip(actor, args.params.person ?? '', args.request);
}

export default function Slip() {
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/people', label: m.hr_people_title() },
        ]}
        here={m.slip_title()}
      />
      <SlipPage
        asked={useLoaderData<typeof loader>()}
        slip={useActionData<typeof action>()}
        backTo="/hr/people"
      />
    </>
  );
}
