import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { MailKind } from '#app/domain/outbox/preferences/mail-kind.ts';
import { mailKinds } from '#app/domain/outbox/preferences/mail-kind.ts';
import { readWantedMails } from '#app/domain/outbox/preferences/preference-reads.server.ts';
import { setMailPreferences } from '#app/domain/outbox/preferences/set-mail-preferences.server.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireOwnDevice } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.mailing_preferences_title() }];

const preferences = z.object({ wanted: z.array(z.enum(mailKinds)).default([]) }).strict();

const kindWords: Record<MailKind, { label: () => string; note: () => string }> = {
  newsletter: { label: m.mailing_kind_newsletter, note: m.mailing_kind_newsletter_note },
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireOwnDevice(args);
  const wanted = await readWantedMails(reader, actor.id);
  return {
    saved: new URL(args.request.url).searchParams.has('saved'),
    email: (await readPersonCard(reader, actor.id))?.email ?? null,
    kinds: mailKinds.map((kind) => ({
      kind,
      label: kindWords[kind].label(),
      note: kindWords[kind].note(),
      wanted: wanted.includes(kind),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireOwnDevice(args);
  const submission = await parseForm(args.request, preferences);
  if (submission.status !== 'success') {
    return data({ error: m.mailing_mistake_not_understood() }, { status: 422 });
  }
  const { wanted } = submission.value;
  await transact((tx) => setMailPreferences(tx, actor, { wanted }));
  throw redirect('/account/mail?saved', 303);
}

export default function MailPreferences() {
  const { saved, email, kinds } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[{ to: '/account', label: m.account_title() }]}
        here={m.mailing_preferences_title()}
      />
      {saved && !answer && <Notice tone="good">{m.mailing_preferences_saved()}</Notice>}
      <PageHead
        title={m.mailing_preferences_title()}
        lead={email ? m.mailing_preferences_lead({ email }) : m.mailing_preferences_no_address()}
      />
      <form method="post" action="/account/mail" className="form">
        <FormErrors errors={answer ? [{ message: answer.error }] : []} answer={answer} />
        <ChoiceGroup legend={m.mailing_preferences_which()}>
          {kinds.map(({ kind, label, note, wanted }) => (
            <CheckChoice
              key={kind}
              name="wanted"
              value={kind}
              label={label}
              note={note}
              defaultChecked={wanted}
            />
          ))}
        </ChoiceGroup>
        <div className="form-end">
          <SubmitOnce>{m.mailing_save_changes()}</SubmitOnce>
        </div>
      </form>
      <section className="section max-w-wide" aria-labelledby="always">
        <h2 id="always" className="mb-3">
          {m.mailing_always()}
        </h2>
        <p>{m.mailing_always_sign_in()}</p>
      </section>
    </>
  );
}
