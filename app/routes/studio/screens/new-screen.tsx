import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { thanksTemplate } from '#app/domain/culture/posters/poster.ts';
import { addScreen } from '#app/domain/culture/posters/screens/add-screen.server.ts';
import { postersAtMost } from '#app/domain/culture/posters/screens/screen.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { screenChoices, screenCrumbs } from './find-screen.server.ts';
import { ScreenFields } from './screen-fields.tsx';
import { askAgain, type ScreenForm, screenForm, screenFrom } from './screen-form.ts';

export const meta: MetaFunction = () => [{ title: m.poster_screen_new_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const choices = await screenChoices(actor.language);
  // All there is, as a beginning: taking some out is quicker than putting all in.
  const shown = choices.posters.filter(({ template }) => template !== thanksTemplate).slice(0, postersAtMost);
  const screen: ScreenForm = {
    name: '',
    shape: 'wide',
    language: choices.usualLanguage,
    seconds: 20,
    posters: choices.posters.map(({ documentId }) => {
      const place = shown.findIndex((poster) => poster.documentId === documentId) + 1;
      return { documentId, place: place || undefined };
    }),
  };
  return { crumbs: screenCrumbs(), choices, screen };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const submission = await parseForm(args.request, screenForm);
  if (submission.status !== 'success') return askAgain(submission);
  const added = await transact((tx) => addScreen(tx, actor, screenFrom(submission.value)));
  if ('refused' in added) return askAgain(submission, added.refused);
  throw redirect(`/studio/screens/${added.screenId}?saved=added`, 303);
}

export default function NewScreen() {
  const { crumbs, choices, screen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.poster_screen_new_title()} />
      <PageHead title={m.poster_screen_new_title()} lead={m.poster_screen_new_lead()} />
      <ScreenFields
        reply={answer?.reply}
        screen={screen}
        choices={choices}
        button={m.poster_screen_new_button()}
        back="/studio/screens"
      />
    </>
  );
}
