import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editScreen } from '#app/domain/culture/posters/screens/edit-screen.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { findScreen, screenChoices, screenCrumbs } from './find-screen.server.ts';
import { ScreenFields } from './screen-fields.tsx';
import { askAgain, type ScreenForm, screenForm, screenFrom } from './screen-form.ts';

export const meta: MetaFunction = () => [{ title: m.poster_screen_edit_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const found = await findScreen(args);
  const choices = await screenChoices(actor.language);
  const { id, name, siteId, departmentId, shape, language, seconds, showsThanks, documentIds } = found;
  const placeOf = (documentId: string) => documentIds.indexOf(documentId) + 1 || undefined;
  const screen: ScreenForm = {
    name,
    shape,
    language,
    seconds,
    showsThanks,
    siteId: siteId ?? undefined,
    departmentId: departmentId ?? undefined,
    posters: choices.posters
      .map(({ documentId }) => ({ documentId, place: placeOf(documentId) }))
      .toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity)),
  };
  return { id, name, crumbs: screenCrumbs({ id, name }), choices, screen };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: screenId } = await findScreen(args);
  const submission = await parseForm(args.request, screenForm);
  if (submission.status !== 'success') return askAgain(submission);
  const edited = await transact((tx) => editScreen(tx, actor, { screenId, ...screenFrom(submission.value) }));
  if ('refused' in edited) return askAgain(submission, edited.refused);
  throw redirect(`/studio/screens/${screenId}?saved=edited`, 303);
}

export default function EditScreen() {
  const { id, name, crumbs, choices, screen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.poster_screen_edit()} />
      <PageHead eyebrow={m.poster_screen_edit_title()} title={name} lead={m.poster_screen_edit_lead()} />
      <ScreenFields
        reply={answer?.reply}
        screen={screen}
        choices={choices}
        button={m.poster_screen_edit_button()}
        back={`/studio/screens/${id}`}
      />
    </>
  );
}
