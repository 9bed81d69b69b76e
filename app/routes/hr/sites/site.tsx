import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { editSite } from '#app/domain/people/sites/edit-site.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Aside } from '#app/ui/page/aside.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { askAgain, refuseAt } from '../form-answers.ts';
import { findSite } from './find-site.server.ts';
import { SiteFields } from './site-fields.tsx';
import type { SiteForm } from './site-form.ts';
import { fieldOf, siteForm, wordSite } from './site-form.ts';
import { timeZones } from './time-zones.server.ts';
import { weekdays } from './weekdays.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.site.name ?? m.hr_sites_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const { id, closed, name, timeZone, paper, daysOff } = await findSite(args);
  const site = { name, timeZone, paper, daysOff: daysOff.map(String) as SiteForm['daysOff'] };
  return { id, closed, site, zones: timeZones(timeZone), days: weekdays(locale) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: siteId } = await findSite(args);
  const submission = await parseForm(args.request, siteForm);
  if (submission.status !== 'success') return askAgain(submission, wordSite);
  const edited = await transact((tx) => editSite(tx, actor, { siteId, ...submission.value }));
  if ('refused' in edited) return refuseAt(submission, edited.refused, fieldOf(edited.refused), wordSite);
  throw redirect(`/hr/sites?saved=${siteId}`, 303);
}

export default function Site() {
  const { id, closed, site, zones, days } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/sites', label: m.hr_sites_title() },
        ]}
        here={site.name}
      />
      <PageHead title={site.name} lead={closed ? m.hr_site_is_closed() : m.hr_site_lead()} />
      <div className="columns">
        <SiteFields reply={answer?.reply} site={site} zones={zones} days={days} button={m.hr_site_button()} />
        <Aside title={m.hr_site_actions()}>
          <ul>
            <li>
              <Link to={`/hr/sites/${id}/holidays`} className="inline-flex min-h-touch items-center">
                {m.hr_holidays()}
              </Link>
            </li>
            <li>
              <Link
                to={`/hr/sites/${id}/${closed ? 'reopen' : 'close'}`}
                className="inline-flex min-h-touch items-center"
              >
                {closed ? m.hr_site_reopen() : m.hr_site_close()}
              </Link>
            </li>
          </ul>
        </Aside>
      </div>
    </>
  );
}
