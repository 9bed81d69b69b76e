import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { hangingOf } from '#app/domain/culture/posters/hangings/hanging-reads.server.ts';
import { takeDownPoster } from '#app/domain/culture/posters/hangings/take-down-poster.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound } from '../../guards.server.ts';
import { checklistCrumbs, headAtSite } from './head-sites.server.ts';

export const meta: MetaFunction = () => [{ title: m.poster_list_take_down() }];

/** Of a form that asks for nothing. */
const pressForm = z.object({}).strict();

export async function loader(args: LoaderFunctionArgs) {
  const { site } = await headAtSite(args);
  const hanging = await hangingOf(reader, site.id, args.params.poster ?? '');
  if (!hanging) return notFound();
  const { id, name } = site;
  return { crumbs: checklistCrumbs(id), site: { id, name }, title: hanging.title };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, site } = await headAtSite(args);
  const hanging = await hangingOf(reader, site.id, args.params.poster ?? '');
  if (!hanging) return notFound();
  const submission = await parseForm(args.request, pressForm);
  if (submission.status !== 'success') return data(null, { status: 422 });
  const { documentId } = hanging;
  const down = await transact((tx) => takeDownPoster(tx, actor, { siteId: site.id, documentId }));
  if ('refused' in down) return notFound();
  throw redirect(`/team/posters?site=${site.id}&saved`, 303);
}

export default function TakeDown() {
  const { crumbs, site, title } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={crumbs} here={m.poster_list_take_down()} />
      <PageHead eyebrow={site.name} title={title} lead={m.poster_take_down_lead()} />
      <form method="post" className="actions">
        <SubmitOnce>{m.poster_take_down_button()}</SubmitOnce>
        <QuietButton to={`/team/posters?site=${site.id}`}>{m.poster_leave()}</QuietButton>
      </form>
    </>
  );
}
