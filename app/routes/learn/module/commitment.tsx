import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { commitmentText } from '#app/domain/learning/modules/commitment.ts';
import { commitmentPrompt } from '#app/domain/learning/modules/find-commitment.ts';
import { makeCommitment } from '#app/domain/learning/modules/make-commitment.server.ts';
import { readingParts } from '#app/domain/learning/modules/module-parts.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound } from '../../guards.server.ts';
import { CommitmentForm } from './commitment-form.tsx';
import { openModule } from './find-module.server.ts';
import { ModuleCrumbs } from './module-crumbs.tsx';
import { readModuleView } from './module-view.server.ts';

const commitmentForm = z.object({ text: commitmentText, part: z.string().max(200).default('') }).strict();

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const { found, outline } = await readModuleView(open);
  const part = readingParts(found.version.tree).find((one) => commitmentPrompt(one) !== null);
  if (!part) return notFound();
  return { outline, part: part.slug, prompt: commitmentPrompt(part) ?? '', made: found.commitment };
}

export async function action(args: ActionFunctionArgs) {
  const open = await openModule(args);
  const submission = await parseForm(args.request, commitmentForm);
  if (submission.status !== 'success') {
    return data({ text: String(submission.payload.text ?? '') }, { status: 422 });
  }
  const { text, part } = submission.value;
  const { found } = await readModuleView(open);
  const { documentId } = open.module;
  if (text !== '') {
    await transact((tx) => makeCommitment(tx, open.actor, { documentId, versionId: found.version.id, text }));
  }
  const known = readingParts(found.version.tree).some(({ slug }) => slug === part);
  throw redirect(known ? `${open.home}?part=${part}` : open.home, 303);
}

export default function Commitment() {
  const { outline, part, prompt, made } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <ModuleCrumbs outline={outline} here={m.learn_commitment_title()} />
      <PageHead title={m.learn_commitment_title()} />
      <CommitmentForm
        action={`${outline.home}/commitment`}
        part={part}
        prompt={prompt}
        lang={outline.language}
        made={answer?.text ?? made}
        error={answer ? m.learn_commitment_too_long() : undefined}
      />
    </>
  );
}
