import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { PublishRefusal } from '#app/domain/publishing/publish-version.server.ts';
import { publishVersion } from '#app/domain/publishing/publish-version.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { findingWords } from '#app/ui/document/findings/finding-words.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { ChoiceGroup, RadioChoice } from '#app/ui/form/choice.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { sheetsOfIssue } from '../newsletter/sheets-of-issue.server.ts';
import { misfitsOfPoster } from '../posters/misfits-of-poster.server.ts';
import { findDraft } from './find-drafts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? m.studio_publish_title({ title: page.title }) : m.studio_title() },
];

const refusalWords: Record<PublishRefusal, () => string> = {
  'not-allowed': m.studio_refused_not_allowed,
  'unknown-version': m.studio_refused_unknown,
  'module-not-published': m.studio_refused_module,
  'reference-not-published': m.studio_refused_reference,
};

const publishForm = z.object({ change: z.enum(['wording', 'informative']) }).strict();

export async function loader(args: LoaderFunctionArgs) {
  const { home, draft } = await findDraft(args);
  const { title, language, state } = draft;
  return { home, title, language, state };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, home, draft } = await findDraft(args);
  const { versionId, state, findings } = draft;
  if (versionId === null || findings.length > 0) {
    return data({ error: m.studio_publish_broken() }, { status: 422 });
  }
  const parsed = publishForm.safeParse(Object.fromEntries(await args.request.formData()));
  const change = parsed.data?.change ?? (state === 'changed' ? null : 'informative');
  if (change === null) return data({ error: m.studio_publish_choose() }, { status: 422 });
  const misfits = await misfitsOfPoster(versionId, args.request);
  if (misfits === 'busy') return data({ error: m.studio_publish_busy() }, { status: 503 });
  if (misfits.length > 0) {
    const errors = misfits.map((misfit) => m.studio_publish_misfits(findingWords(misfit)));
    return data({ error: errors.join(' ') }, { status: 422 });
  }
  const sheets = await sheetsOfIssue(versionId, args.request);
  if (sheets === 'busy') return data({ error: m.studio_publish_busy() }, { status: 503 });
  if (sheets && sheets.misfits.length > 0) {
    return data({ error: sheets.misfits.join(' ') }, { status: 422 });
  }
  const published = await transact((tx) => publishVersion(tx, actor, { versionId, change }));
  if ('refused' in published) {
    return data({ error: refusalWords[published.refused]() }, { status: 422 });
  }
  throw redirect(`${home}?done=published`, 303);
}

export default function Publish() {
  const { home, title, language, state } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isThere = state === 'published';
  const over = isThere ? m.studio_publish_nothing() : state === 'broken' ? m.studio_publish_broken() : null;
  const lead = state === 'changed' ? m.studio_publish_lead_again() : m.studio_publish_lead_first();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/studio', label: m.studio_title() },
          { to: home, label: title, lang: language },
        ]}
        here={m.studio_publish()}
      />
      {answer?.error && <Notice tone="bad">{answer.error}</Notice>}
      <PageHead title={m.studio_publish_title({ title })} lead={over ?? lead} />
      {over ? (
        <QuietButton to={home}>{m.studio_crumbs_back()}</QuietButton>
      ) : (
        <Form method="post" className="form" reloadDocument>
          {state === 'changed' && (
            <ChoiceGroup legend={m.studio_publish_change()}>
              <RadioChoice
                name="change"
                value="informative"
                label={m.studio_publish_informative()}
                note={m.studio_publish_informative_note()}
                defaultChecked
              />
              <RadioChoice
                name="change"
                value="wording"
                label={m.studio_publish_wording()}
                note={m.studio_publish_wording_note()}
              />
            </ChoiceGroup>
          )}
          <div className="form-end">
            <SubmitOnce>{m.studio_publish()}</SubmitOnce>
            <QuietButton to={home}>{m.studio_publish_back()}</QuietButton>
          </div>
        </Form>
      )}
    </>
  );
}
