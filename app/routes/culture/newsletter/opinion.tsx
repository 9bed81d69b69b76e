import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { keepOpinion } from '#app/domain/culture/newsletters/readers/keep-opinion.server.ts';
import { opinionForm } from '#app/domain/culture/newsletters/readers/opinion.ts';
import { readOpinion } from '#app/domain/culture/newsletters/readers/reader-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { openIssue } from './open-issue.server.ts';
import { OpinionForm } from './opinion-form.tsx';

export const meta: MetaFunction = () => [{ title: m.newsletter_opinion_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, issue, edition } = await openIssue(args);
  return {
    slug: issue.slug,
    title: edition.title,
    said: await readOpinion(reader, issue.documentId, actor.id),
    thanks: new URL(args.request.url).searchParams.has('sent'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, issue } = await openIssue(args);
  const submission = await parseForm(args.request, opinionForm);
  if (submission.status !== 'success') {
    const { error } = submission.reply();
    const { useful, words, signed } = submission.payload;
    const typed = {
      useful: useful === 'yes' ? true : useful === 'no' ? false : null,
      words: typeof words === 'string' ? words : '',
      signed: signed === 'on',
    };
    return data({ typed, unanswered: !!error?.useful, tooLong: !!error?.words }, { status: 422 });
  }
  const { useful, words, signed } = submission.value;
  const said = { useful: useful === 'yes', words: words === '' ? null : words, signed: signed === 'on' };
  const of = { issueId: issue.documentId, personId: actor.id };
  await transact((tx) => keepOpinion(tx, { ...of, ...said }));
  throw redirect(`/newsletter/${issue.slug}/opinion?sent=1`, 303);
}

export default function OpinionPage() {
  const { slug, title, said, thanks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/newsletter', label: m.newsletter_title() },
          { to: `/newsletter/${slug}`, label: title },
        ]}
      />
      <PageHead title={thanks && !answer ? m.newsletter_opinion_thanks() : m.newsletter_opinion_title()}>
        {thanks && !answer && (
          <QuietButton to={`/newsletter/${slug}`}>{m.newsletter_opinion_back()}</QuietButton>
        )}
      </PageHead>
      {thanks && !answer && <Notice tone="good">{m.newsletter_opinion_kept()}</Notice>}
      <OpinionForm
        issue={slug}
        said={answer ? answer.typed : said}
        errors={{
          useful: answer?.unanswered ? m.newsletter_opinion_choose() : undefined,
          words: answer?.tooLong ? m.newsletter_opinion_too_long() : undefined,
        }}
      />
    </>
  );
}
