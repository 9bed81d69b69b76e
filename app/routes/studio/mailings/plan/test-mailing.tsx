import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readSamples } from '#app/domain/culture/mailings/planning/audience-reads.server.ts';
import { testMailing } from '#app/domain/culture/mailings/planning/test-mailing.server.ts';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { CheckChoice, ChoiceGroup } from '#app/ui/form/choice.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../../guards.server.ts';
import { findMailing, mailingCrumbs } from '../find-mailing.server.ts';
import { refusalWords } from '../mailing-words.ts';
import { mailObstacle } from '../obstacle.server.ts';

export const meta: MetaFunction = () => [{ title: m.mailing_test_title() }];

const testForm = z.object({ as: z.array(z.string().max(40)).max(200).default([]) }).strict();

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  const samples = await readSamples(reader, mailing.audience);
  return {
    id: mailing.id,
    crumbs: mailingCrumbs(mailing),
    subject: mailing.subject,
    obstacle: mailObstacle(),
    email: (await readPersonCard(reader, actor.id))?.email ?? null,
    me: actor.id,
    samples: samples
      .filter(({ personId }) => personId !== actor.id)
      .map(({ personId, person, department }) => ({
        personId,
        label: m.mailing_test_as_one({ department, name: person }),
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const mailing = await findMailing(args);
  const refuse = (words: string) => data({ error: words }, { status: 422 });
  const obstacle = mailObstacle();
  if (obstacle?.blocks) return refuse(obstacle.words);
  const submission = await parseForm(args.request, testForm);
  if (submission.status !== 'success') return refuse(m.mailing_test_nobody());
  // Only who stands on the page: the mail would show what somebody else gets.
  const samples = await readSamples(reader, mailing.audience);
  const known = [actor.id, ...samples.map(({ personId }) => personId)];
  const asPeople = [...new Set(submission.value.as)].filter((id) => known.includes(id));
  const done = await transact((tx) => testMailing(tx, actor, { mailingId: mailing.id, asPeople }));
  if ('refused' in done) {
    return refuse(done.refused === 'nobody' ? m.mailing_test_nobody() : refusalWords[done.refused]());
  }
  throw redirect(`/studio/mailings/${mailing.id}?said=tested`, 303);
}

export default function TestMailing() {
  const { id, crumbs, subject, obstacle, email, me, samples } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.mailing_test_title()} />
      {obstacle && <Notice tone={obstacle.blocks ? 'bad' : 'plain'}>{obstacle.words}</Notice>}
      <PageHead
        eyebrow={subject}
        title={m.mailing_test_title()}
        lead={email ? m.mailing_test_lead({ email }) : m.mailing_test_no_address()}
      />
      {email && (
        <form method="post" className="form">
          <FormErrors errors={answer ? [{ message: answer.error, fieldId: 'as' }] : []} answer={answer} />
          <ChoiceGroup legend={m.mailing_test_as()} hint={m.mailing_test_as_hint()} id="as">
            <CheckChoice name="as" value={me} label={m.mailing_test_as_me()} defaultChecked />
            {samples.map(({ personId, label }) => (
              <CheckChoice key={personId} name="as" value={personId} label={label} />
            ))}
          </ChoiceGroup>
          <div className="form-end">
            <SubmitOnce>{m.mailing_test_button()}</SubmitOnce>
            <QuietButton to={`/studio/mailings/${id}`}>{m.mailing_not_yet()}</QuietButton>
          </div>
        </form>
      )}
    </>
  );
}
