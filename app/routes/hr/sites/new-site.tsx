import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addSite } from '#app/domain/people/add-site.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { usualPaper } from '#app/domain/people/site.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { askAgain, refuseAt } from '../form-answers.ts';
import { SiteFields } from './site-fields.tsx';
import { fieldOf, siteForm, wordSite } from './site-form.ts';
import { timeZones } from './time-zones.server.ts';
import { weekdays } from './weekdays.ts';

export const meta: MetaFunction = () => [{ title: m.hr_site_new_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const timeZone = (await readCompany(reader))?.timeZone ?? 'UTC';
  return {
    site: { name: '', timeZone, paper: usualPaper(timeZone), daysOff: ['6' as const, '7' as const] },
    zones: timeZones(timeZone),
    days: weekdays(locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const submission = await parseForm(args.request, siteForm);
  if (submission.status !== 'success') return askAgain(submission, wordSite);
  const added = await transact((tx) => addSite(tx, actor, submission.value));
  if ('refused' in added) return refuseAt(submission, added.refused, fieldOf(added.refused), wordSite);
  throw redirect(`/hr/sites?saved=${added.siteId}`, 303);
}

export default function NewSite() {
  const { site, zones, days } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/sites', label: m.hr_sites_title() },
        ]}
        here={m.hr_site_new_title()}
      />
      <PageHead title={m.hr_site_new_title()} lead={m.hr_site_new_lead()} />
      <SiteFields
        reply={answer?.reply}
        site={site}
        zones={zones}
        days={days}
        button={m.hr_site_new_button()}
      />
    </>
  );
}
