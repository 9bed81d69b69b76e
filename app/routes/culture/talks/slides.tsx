import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useNavigate, useSearchParams } from '@remix-run/react';
import { useCallback } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { TalkSlides } from '#app/ui/culture/talk/talk-slides.tsx';
import type { PageHandle } from '../../frame.tsx';
import { requirePerson } from '../../guards.server.ts';
import { findPlan } from './find-plan.server.ts';

export const handle: PageHandle = { standsAlone: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.talk_slides_title({ title: data.title }) : m.talk_slides_show() },
];

/** All slides come at once: the room does not wait for the network, nor does the clicker. */
export const shouldRevalidate = () => false;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const { slug, title, language, slides } = await findPlan(actor, args.params.talk);
  return { slug, title, language: language === actor.language ? undefined : language, slides };
}

export default function Slides() {
  const { slug, language, slides } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const meeting = query.get('meeting');
  const wanted = Math.trunc(Number(query.get('slide') ?? 1)) || 1;
  const at = Math.min(Math.max(1, wanted), slides.length);
  const slideAt = useCallback(
    (number: number) =>
      `?${new URLSearchParams({ slide: String(number), ...(meeting && { meeting }) }).toString()}`,
    [meeting],
  );
  const home = `/talks/${slug}${meeting ? `?${new URLSearchParams({ meeting }).toString()}` : ''}`;
  const go = useCallback((to: string) => navigate(to, { replace: to.startsWith('?') }), [navigate]);
  return <TalkSlides language={language} slides={slides} at={at} slideAt={slideAt} home={home} go={go} />;
}
