import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { removeScreen } from '#app/domain/culture/posters/screens/remove-screen.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { z } from 'zod';
import { findScreen, screenCrumbs } from './find-screen.server.ts';

export const meta: MetaFunction = () => [{ title: m.poster_screen_remove() }];

/** Of a form that asks for nothing. */
const pressForm = z.object({}).strict();

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const { id, name } = await findScreen(args);
  return { id, name, crumbs: screenCrumbs({ id, name }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: screenId } = await findScreen(args);
  const submission = await parseForm(args.request, pressForm);
  if (submission.status !== 'success') return data(null, { status: 422 });
  const removed = await transact((tx) => removeScreen(tx, actor, { screenId }));
  if ('refused' in removed) return notFound();
  throw redirect('/studio/screens?saved=removed', 303);
}

export default function RemoveScreen() {
  const { id, name, crumbs } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.poster_screen_remove()} />
      <PageHead eyebrow={m.poster_screen_remove()} title={name} lead={m.poster_screen_remove_lead()} />
      <form method="post" className="actions">
        <SubmitOnce>{m.poster_screen_remove_button()}</SubmitOnce>
        <QuietButton to={`/studio/screens/${id}`}>{m.poster_leave()}</QuietButton>
      </form>
    </>
  );
}
