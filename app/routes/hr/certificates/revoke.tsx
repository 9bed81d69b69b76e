import { getFormProps, getTextareaProps, useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { longestReason, revocationReason } from '#app/domain/learning/certificates/revocation-reason.ts';
import { revokeCertificate } from '#app/domain/learning/certificates/revoke-certificate.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { errorSummary } from '#app/ui/form/error-summary.ts';
import { Field } from '#app/ui/form/field.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { TextArea } from '#app/ui/form/text-input.tsx';
import { askAgain, refuseAt } from '../form-answers.ts';
import { CertificateQuestion } from './certificate-question.tsx';
import { wordCertificate } from './certificate-words.ts';
import { requireCertificate, whichOne } from './find-certificate.server.ts';

export const meta: MetaFunction = () => [{ title: m.certificates_revoke_title() }];

const revokeForm = z.object({ reason: revocationReason }).strict();

export async function loader(args: LoaderFunctionArgs) {
  const { actor, certificate } = await requireCertificate(args);
  const isRevoked = certificate.revoked !== null;
  const done = isRevoked && new URL(args.request.url).searchParams.has('done');
  return { ...whichOne(certificate, actor, args.request), isRevoked, done };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, certificate } = await requireCertificate(args);
  const submission = await parseForm(args.request, revokeForm);
  if (submission.status !== 'success') return askAgain(submission, wordCertificate);
  const { reason } = submission.value;
  const revoked = await transact((tx) =>
    revokeCertificate(tx, actor, { certificateId: certificate.id, reason }),
  );
  if ('refused' in revoked) return refuseAt(submission, revoked.refused, null, wordCertificate);
  throw redirect(`/hr/certificates/${certificate.code}/revoke?done`, 303);
}

export default function RevokeCertificate() {
  const { isRevoked, done, ...which } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<z.input<typeof revokeForm>>({ id: 'revoke', lastResult: answer?.reply });
  return (
    <CertificateQuestion
      {...which}
      title={m.certificates_revoke_title()}
      lead={m.certificates_revoke_lead()}
      done={done ? m.certificates_hr_revoked_done() : null}
      over={isRevoked ? m.certificates_refused_revoked() : null}
      errors={<FormErrors errors={errorSummary(form)} answer={answer?.reply} />}
    >
      <form {...getFormProps(form)} method="post" noValidate className="form">
        <Field
          label={m.certificates_revoke_reason()}
          hint={m.certificates_revoke_reason_hint()}
          errors={fields.reason.errors}
          required
        >
          <TextArea {...getTextareaProps(fields.reason)} maxLength={longestReason} rows={3} />
        </Field>
        <div className="form-end">
          <SubmitOnce>{m.certificates_revoke_button()}</SubmitOnce>
          <QuietButton to={which.back}>{m.certificates_revoke_back()}</QuietButton>
        </div>
      </form>
    </CertificateQuestion>
  );
}
