import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { publishedDocument } from '#app/domain/publishing/published-reads.server.ts';
import { withdrawDocument } from '#app/domain/publishing/withdraw-document.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { findDraft } from './find-drafts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? m.studio_withdraw_title({ title: page.title }) : m.studio_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const { home, draft } = await findDraft(args);
  return { home, title: draft.title, language: draft.language, isOnShow: draft.publishedAt !== null };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, home, draft } = await findDraft(args);
  const document = await publishedDocument(reader, draft.kind, draft.slug);
  const { language } = draft;
  const withdrawn = document
    ? await transact((tx) => withdrawDocument(tx, actor, { documentId: document.documentId, language }))
    : ({ refused: 'not-published' } as const);
  if ('refused' in withdrawn) {
    const words = {
      'not-allowed': m.studio_refused_not_allowed,
      'not-published': m.studio_refused_not_published,
    };
    return data({ error: words[withdrawn.refused]() }, { status: 422 });
  }
  throw redirect(`${home}?done=withdrawn`, 303);
}

export default function Withdraw() {
  const { home, title, language, isOnShow } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/studio', label: m.studio_title() },
          { to: home, label: title, lang: language },
        ]}
        here={m.studio_withdraw()}
      />
      {answer?.error && <Notice tone="bad">{answer.error}</Notice>}
      <PageHead
        title={m.studio_withdraw_title({ title })}
        lead={isOnShow ? m.studio_withdraw_lead() : m.studio_refused_not_published()}
      />
      <Form method="post" className="form" reloadDocument>
        <div className="form-end">
          {isOnShow && <SubmitOnce>{m.studio_withdraw()}</SubmitOnce>}
          <QuietButton to={home}>{m.studio_publish_back()}</QuietButton>
        </div>
      </Form>
    </>
  );
}
