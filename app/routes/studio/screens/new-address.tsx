import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { renewScreenAddress } from '#app/domain/culture/posters/screens/renew-screen-address.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { findScreen, screenCrumbs } from './find-screen.server.ts';

export const meta: MetaFunction = () => [{ title: m.poster_screen_address_new() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const { id, name, generation } = await findScreen(args);
  return { id, name, generation, crumbs: screenCrumbs({ id, name }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const { id: screenId } = await findScreen(args);
  const form = await args.request.formData();
  const generation = Number(form.get('generation'));
  const renewed = await transact((tx) => renewScreenAddress(tx, actor, { screenId, generation }));
  if ('refused' in renewed) return notFound();
  throw redirect(`/studio/screens/${screenId}?saved=address`, 303);
}

export default function NewAddress() {
  const { id, name, generation, crumbs } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.poster_screen_address_new()} />
      <PageHead eyebrow={m.poster_screen_address_new()} title={name} lead={m.poster_screen_address_lead()} />
      <form method="post" className="actions">
        <input type="hidden" name="generation" value={generation} />
        <SubmitOnce>{m.poster_screen_address_button()}</SubmitOnce>
        <QuietButton to={`/studio/screens/${id}`}>{m.poster_leave()}</QuietButton>
      </form>
    </>
  );
}
