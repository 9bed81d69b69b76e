import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayReadPlans } from '#app/domain/actor/role-grants.ts';
import { readPlansToLead } from '#app/domain/culture/talks/meeting-reads.server.ts';
import type { TalkPlan } from '#app/domain/culture/talks/talk-plan.ts';
import { readTalkPlan } from '#app/domain/culture/talks/talk-plan-reads.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

/** So many days a plan stays open to whoever was named to lead a talk by it. */
const openAfterwards = 7;

/** Slugs of the plans that somebody leads a talk by who may not read them all; null for whoever may. */
export async function plansOpenTo(actor: PersonActor): Promise<string[] | null> {
  if (mayReadPlans(actor)) return null;
  return readPlansToLead(reader, actor.id, daysAfter(dateIn(actor.siteTimeZone), -openAfterwards));
}

/** The plan of that name: for heads, for editors, and for whoever is named to lead a talk by it. */
export async function findPlan(actor: PersonActor, slug: string | undefined): Promise<TalkPlan> {
  const some = await plansOpenTo(actor);
  if (!slug || (some && !some.includes(slug))) return notFound();
  return (await readTalkPlan(reader, slug, actor.language)) ?? notFound();
}
