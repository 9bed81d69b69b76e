import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { PageHandle } from '../../frame.tsx';
import { findFirstRunToken, requireNoCompany } from './first-run.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.entrance_first_run_title() }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireNoCompany();
  return { token: await findFirstRunToken(request) };
}

export default function FirstRun() {
  const { token } = useLoaderData<typeof loader>();
  if (!token) {
    return (
      <NarrowPage
        name={m.app_name()}
        line={m.app_footer()}
        title={m.entrance_no_token_title()}
        lead={m.entrance_no_token_lead()}
      >
        <p>{m.entrance_no_token_help()}</p>
      </NarrowPage>
    );
  }
  const query = `?token=${token}`;
  return (
    <NarrowPage
      name={m.app_name()}
      line={m.app_footer()}
      title={m.entrance_first_run_title()}
      lead={m.entrance_first_run_lead()}
    >
      <div className="grid gap-8">
        <section className="grid justify-items-start gap-3">
          <p>{m.entrance_first_run_company_about()}</p>
          <Button to={`/first-run/company${query}`}>{m.entrance_company_title()}</Button>
        </section>
        <section className="grid justify-items-start gap-3">
          <p>{m.entrance_first_run_sample_about()}</p>
          <QuietButton to={`/first-run/sample${query}`}>{m.entrance_sample_title()}</QuietButton>
        </section>
      </div>
    </NarrowPage>
  );
}
