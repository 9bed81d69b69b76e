import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { headsPeople } from '#app/domain/actor/actor.ts';
import * as m from '#app/messages/generated/messages.js';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { ActionLines } from '#app/ui/culture/talk/action-lines.tsx';
import { TalkPlanView } from '#app/ui/culture/talk/talk-plan.tsx';
import { TalkTimer } from '#app/ui/culture/talk/talk-timer.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { PrintButton } from '#app/ui/print/print-button.tsx';
import { requireSession } from '../../guards.server.ts';
import { readAgenda } from './agenda.server.ts';
import { findPlan } from './find-plan.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.plan.title }];

export async function loader(args: LoaderFunctionArgs) {
  // The team's pages do not open on a device that many share.
  const { actor, kind } = await requireSession(args);
  const plan = await findPlan(actor, args.params.talk);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { slides: _slides, handout, ...rest } = plan;
  const agenda = await readAgenda(
    actor,
    plan.slug,
    new URL(args.request.url).searchParams.get('meeting'),
    locale,
  );
  return {
    plan: rest,
    language: plan.language === actor.language ? undefined : plan.language,
    hasHandout: handout.length > 0 || plan.exit.length > 0,
    mayPlan: kind === 'own' && headsPeople(actor),
    agenda,
  };
}

export default function Talk() {
  const { plan, language, hasHandout, mayPlan, agenda } = useLoaderData<typeof loader>();
  const home = `/talks/${plan.slug}`;
  const within = agenda ? `&meeting=${agenda.id}` : '';
  return (
    <>
      <Breadcrumb items={[{ to: '/talks', label: m.talk_plans_title() }]} here={plan.title} lang={language} />
      <PageHead
        eyebrow={`${plan.with === 'guests' ? m.talk_with_guests() : m.talk_plan_eyebrow()} · ${m.talk_minutes({ count: plan.minutes })}`}
        title={plan.title}
        lead={plan.aim}
        lang={language}
      >
        <div className="actions">
          <Button to={`${home}/slides${agenda ? `?meeting=${agenda.id}` : ''}`}>
            {m.talk_slides_show()}
          </Button>
          {hasHandout && (
            <QuietButton to={`${home}/handout.pdf`} reloadDocument>
              {m.talk_handout()}
            </QuietButton>
          )}
          {mayPlan && !agenda && (
            <QuietButton to={`/team/talks/new?plan=${plan.slug}`}>{m.talk_plan_this()}</QuietButton>
          )}
          <PrintButton>{m.talk_print()}</PrintButton>
        </div>
      </PageHead>
      {agenda && agenda.actions.length > 0 && (
        <section className="agenda-first" aria-labelledby="agreed-before">
          <h2 id="agreed-before" className="mb-4">
            {m.talk_agreed_before()}
          </h2>
          <ActionLines actions={agenda.actions} />
        </section>
      )}
      <TalkTimer name={`talk ${plan.slug}`} minutes={plan.minutes} parts={plan.parts} />
      <TalkPlanView
        language={language}
        parts={plan.parts}
        exit={plan.exit}
        slideAt={(number) => `${home}/slides?slide=${number}${within}`}
      />
    </>
  );
}
