import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { headsPeople } from '#app/domain/actor/actor.ts';
import { readTalkLines } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireSession } from '../../guards.server.ts';
import { plansOpenTo } from './find-plan.server.ts';

export const meta: MetaFunction = () => [{ title: m.talk_plans_title() }];

export async function loader(args: LoaderFunctionArgs) {
  // The team's pages do not open on a device that many share.
  const { actor, kind } = await requireSession(args);
  const some = await plansOpenTo(actor);
  if (some?.length === 0) return notFound();
  const plans = await readTalkLines(reader, actor.language);
  return {
    mayPlan: kind === 'own' && headsPeople(actor),
    plans: plans
      .filter(({ slug }) => some === null || some.includes(slug))
      .map((plan) => ({ ...plan, language: plan.language === actor.language ? undefined : plan.language })),
  };
}

export default function Talks() {
  const { plans, mayPlan } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.talk_plans_title()} lead={m.talk_plans_lead()}>
        {mayPlan && (
          <Link className="plain-press" to="/team/talks">
            {m.talk_team_title()}
          </Link>
        )}
      </PageHead>
      {plans.length === 0 && <Empty title={m.talk_plans_none()}>{m.talk_plans_none_help()}</Empty>}
      <ul className="lines max-w-wide">
        {plans.map((plan) => (
          <li key={plan.slug}>
            <h2 lang={plan.language} dir="auto">
              <Link to={`/talks/${plan.slug}`}>{plan.title}</Link>
            </h2>
            <span className="soft small num">{m.talk_minutes({ count: plan.minutes })}</span>
            <p className="full" lang={plan.language} dir="auto">
              {plan.aim}
            </p>
            {plan.with === 'guests' && <p className="soft small">{m.talk_with_guests()}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
