import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { FailedTries } from './failed-tries.tsx';
import { jobsView } from './jobs-view.server.ts';
import { Reactions } from './reactions.tsx';
import { RecurringJobs } from './recurring-jobs.tsx';

export const meta: MetaFunction = () => [{ title: m.jobs_title() }];

const notices: Record<string, () => string> = {
  again: m.jobs_notice_again,
  gone: m.jobs_notice_gone,
  requested: m.jobs_notice_requested,
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  const notice = Object.hasOwn(notices, done) ? notices[done]!() : null;
  return { notice, ...(await jobsView(actor, locale)) };
}

export default function Jobs() {
  const { notice, stopped, reactions, tries, recurring } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/admin', label: m.jobs_admin() }]} here={m.jobs_title()} />
      {notice && <Notice tone="good">{notice}</Notice>}
      <PageHead title={m.jobs_title()} lead={stopped ?? m.jobs_lead()} />
      <FailedTries tries={tries} />
      <section className="section" aria-labelledby="recurring">
        <h2 id="recurring" className="mb-4">
          {m.jobs_recurring_title()}
        </h2>
        <RecurringJobs jobs={recurring} />
      </section>
      <section className="section" aria-labelledby="reactions">
        <h2 id="reactions" className="mb-4">
          {m.jobs_reactions_title()}
        </h2>
        <p className="soft mb-4">{m.jobs_reactions_about()}</p>
        <Reactions reactions={reactions} />
      </section>
    </>
  );
}
