import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { addHoliday } from '#app/domain/people/sites/add-holiday.server.ts';
import type { NewHoliday } from '#app/domain/people/sites/holiday.ts';
import { newHoliday } from '#app/domain/people/sites/holiday.ts';
import { readHolidays } from '#app/domain/people/sites/site-page-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { DateInput, TextInput } from '#app/ui/form/text-input.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireRole } from '../../guards.server.ts';
import { askAgain, refuseAt } from '../form-answers.ts';
import { findSite, siteCrumbs } from './find-site.server.ts';
import { fieldOf, wordSite } from './site-form.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? m.hr_sites_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const site = await findSite(args);
  const holidays = await readHolidays(reader, site.id);
  return {
    id: site.id,
    crumbs: siteCrumbs(site),
    title: m.hr_holidays_title({ name: site.name }),
    holidays: holidays.map(({ id, name, day }) => ({ id, name, day: formatDay(day, locale) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'hr', 'admin');
  const { id: siteId } = await findSite(args);
  const submission = await parseForm(args.request, newHoliday);
  if (submission.status !== 'success') return askAgain(submission, wordSite);
  const added = await transact((tx) => addHoliday(tx, actor, { siteId, ...submission.value }));
  if ('refused' in added) return refuseAt(submission, added.refused, fieldOf(added.refused), wordSite);
  throw redirect(`/hr/sites/${siteId}/holidays`, 303);
}

export default function Holidays() {
  const { id, crumbs, title, holidays } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<NewHoliday>({ id: 'holiday', lastResult: answer?.reply });
  return (
    <>
      <Breadcrumb items={crumbs} here={m.hr_holidays()} />
      <PageHead title={title} lead={m.hr_holidays_lead()} />
      {holidays.length === 0 && <Empty title={m.hr_holidays_none_title()}>{m.hr_holidays_none()}</Empty>}
      <ul className="lines max-w-wide">
        {holidays.map((holiday) => (
          <li key={holiday.id}>
            <span dir="auto">{holiday.name}</span>
            <Link
              to={`/hr/sites/${id}/holidays/${holiday.id}/remove`}
              className="inline-flex min-h-touch items-center"
            >
              {m.hr_holiday_remove()}
              <span className="sr-only"> {holiday.name}</span>
            </Link>
            <span className="soft small num">{holiday.day}</span>
          </li>
        ))}
      </ul>
      <section className="section" aria-labelledby="add">
        <h2 id="add" className="mb-6">
          {m.hr_holiday_add()}
        </h2>
        <form {...getFormProps(form)} method="post" noValidate className="form">
          <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
          <Field label={m.hr_holiday_day()} errors={fields.day.errors} required>
            <DateInput {...getInputProps(fields.day, { type: 'date' })} />
          </Field>
          <Field label={m.hr_holiday_name()} errors={fields.name.errors} required>
            <TextInput {...getInputProps(fields.name, { type: 'text' })} maxLength={120} dir="auto" />
          </Field>
          <div className="form-end">
            <SubmitOnce>{m.hr_holiday_add()}</SubmitOnce>
          </div>
        </form>
      </section>
    </>
  );
}
