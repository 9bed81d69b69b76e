import { getFormProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { languages } from '#app/domain/people/company.ts';
import { companySettings } from '#app/domain/people/company/company-settings.ts';
import { editCompany } from '#app/domain/people/company/edit-company.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm, wordReply } from '#app/platform/form/parse-form.server.ts';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireRole } from '../../guards.server.ts';
import { languageName, refusedAt, wordCompany } from './company-form.ts';
import { LookFields, PrivacyFields, ReachFields } from './company-fields.tsx';

export const meta: MetaFunction = () => [{ title: m.admin_company_title() }];

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'admin');
  const company = (await readCompany(reader)) ?? notFound();
  const { name, accent, language, mailSender, postalAddress, contact, privacyNotice } = company;
  const { showScores, requireSecondFactor, publicCertificates, logo } = company;
  return {
    settings: {
      name,
      accent,
      language,
      mailSender,
      postalAddress,
      contact,
      privacyNotice,
      showScores,
      requireSecondFactor,
      publicCertificates,
    },
    languages: languages.map((code) => ({ value: code, label: languageName(code) })),
    logo: logo && `/files/${logo}.png`,
    saved: new URL(args.request.url).searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireRole(args, 'admin');
  const submission = await parseForm(args.request, companySettings);
  const word = wordCompany(submission.payload.accent);
  if (submission.status !== 'success') {
    return data({ reply: wordReply(submission.reply(), word) }, { status: 422 });
  }
  const edited = await transact((tx) => editCompany(tx, actor, submission.value));
  if ('refused' in edited) {
    const field = refusedAt[edited.refused];
    const at = field ? { fieldErrors: { [field]: [edited.refused] } } : { formErrors: [edited.refused] };
    return data({ reply: wordReply(submission.reply(at), word) }, { status: 422 });
  }
  throw redirect('/admin/company?saved', 303);
}

export default function EditCompany() {
  const { settings, languages: choices, logo, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof companySettings>>({
    id: 'company',
    lastResult: answer?.reply,
    defaultValue: settings,
  });
  return (
    <>
      <Breadcrumb items={[{ to: '/admin', label: m.admin_title() }]} here={m.admin_company_title()} />
      {saved && !answer && <Notice tone="good">{m.admin_company_saved()}</Notice>}
      <PageHead title={m.admin_company_title()} lead={m.admin_company_lead()} />
      <form {...getFormProps(form)} method="post" action="/admin/company" noValidate className="form">
        <FormErrors errors={errorSummary(form)} answer={answer?.reply} />
        <LookFields fields={fields} languages={choices} logo={logo} />
        <ReachFields fields={fields} />
        <PrivacyFields fields={fields} />
        <div className="form-end">
          <SubmitOnce>{m.admin_company_save()}</SubmitOnce>
        </div>
      </form>
    </>
  );
}
