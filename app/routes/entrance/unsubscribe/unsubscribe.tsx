import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { system } from '#app/domain/actor/actor.ts';
import { unsubscribe } from '#app/domain/outbox/preferences/unsubscribe.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { PageHandle } from '../../frame.tsx';
import { ToPreferences } from './to-preferences.tsx';
import { wishOf } from './wish.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction = () => [{ title: m.mailing_off_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { token, company, wanted } = await wishOf(args);
  return { token, company, wanted };
}

/**
 * A press here, or a mail program that posts to it by itself (RFC 8058): that one sends no cookie, follows no redirect
 * and wants to hear that it is done.
 */
export async function action(args: ActionFunctionArgs) {
  const { personId, kind } = await wishOf(args);
  await transact((tx) => unsubscribe(tx, system, { personId, kind }));
  return { done: true };
}

export default function Unsubscribe() {
  const { token, company, wanted } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.done || !wanted) {
    return (
      <NarrowPage
        name={company}
        line={m.app_footer()}
        title={m.mailing_off_done_title()}
        lead={m.mailing_off_done_lead()}
      >
        <form method="post" action={`/unsubscribe/${token}/back`} className="form-end">
          <SubmitOnce quiet>{m.mailing_back_button()}</SubmitOnce>
        </form>
        <ToPreferences />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage
      name={company}
      line={m.app_footer()}
      title={m.mailing_off_title()}
      lead={m.mailing_off_lead()}
    >
      <form method="post" className="form-end">
        <SubmitOnce>{m.mailing_off_button()}</SubmitOnce>
      </form>
      <ToPreferences />
    </NarrowPage>
  );
}
