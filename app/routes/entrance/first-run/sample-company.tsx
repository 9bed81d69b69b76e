import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { system } from '#app/domain/actor/actor.ts';
import { spendToken } from '#app/domain/access/tokens/spend-token.server.ts';
import { openSampleCompany } from '#app/domain/sample/open-sample-company.work.server.ts';
import { samplePassword } from '#app/domain/sample/sample-password.work.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { programPath } from '#app/platform/env/program.server.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { PageHandle } from '../../frame.tsx';
import { requireFirstRunToken } from './first-run.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_sample_title() }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireFirstRunToken(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireFirstRunToken(request);
  const spent = await transact((tx) => spendToken(tx, system, { purpose: 'first-run', token }));
  if ('refused' in spent) throw redirect('/first-run', 303);
  await openSampleCompany({ password: samplePassword(), contentRoot: programPath('content') });
  throw redirect('/sample', 303);
}

export default function SampleCompany() {
  return (
    <NarrowPage
      name={m.app_name()}
      line={m.app_footer()}
      title={m.entrance_sample_title()}
      lead={m.entrance_sample_lead()}
    >
      <form method="post">
        <SubmitOnce>{m.entrance_sample_button()}</SubmitOnce>
      </form>
    </NarrowPage>
  );
}
