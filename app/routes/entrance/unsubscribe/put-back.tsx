import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { system } from '#app/domain/actor/actor.ts';
import { subscribeAgain } from '#app/domain/outbox/preferences/subscribe-again.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { PageHandle } from '../../frame.tsx';
import { ToPreferences } from './to-preferences.tsx';
import { wishOf } from './wish.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.mailing_back_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { company, wanted } = await wishOf(args);
  return { company, wanted };
}

export async function action(args: ActionFunctionArgs) {
  const { token, personId, kind } = await wishOf(args);
  await transact((tx) => subscribeAgain(tx, system, { personId, kind }));
  throw redirect(`/unsubscribe/${token}/back`, 303);
}

/** Where one gets the newsletter, it says so; else it asks. */
export default function PutBack() {
  const { company, wanted } = useLoaderData<typeof loader>();
  return (
    <NarrowPage
      name={company}
      line={m.app_footer()}
      title={wanted ? m.mailing_back_done_title() : m.mailing_back_title()}
      lead={wanted ? m.mailing_back_done_lead() : m.mailing_back_lead()}
    >
      {!wanted && (
        <form method="post" className="form-end">
          <SubmitOnce>{m.mailing_back_button()}</SubmitOnce>
        </form>
      )}
      <ToPreferences />
    </NarrowPage>
  );
}
