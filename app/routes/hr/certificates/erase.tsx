import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { eraseHolder } from '#app/domain/learning/certificates/erase-holder.server.ts';
import { holderWorksHere } from '#app/domain/learning/certificates/holder-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { QuietButton } from '#app/ui/form/button.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { CertificateQuestion } from './certificate-question.tsx';
import { wordCertificate } from './certificate-words.ts';
import { requireCertificate, whichOne } from './find-certificate.server.ts';

export const meta: MetaFunction = () => [{ title: m.certificates_erase_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, certificate } = await requireCertificate(args);
  const { holderName, personId } = certificate;
  const isErased = holderName === null;
  return {
    ...whichOne(certificate, actor, args.request),
    isErased,
    worksHere: await holderWorksHere(reader, personId),
    done: isErased && new URL(args.request.url).searchParams.has('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, certificate } = await requireCertificate(args);
  const { personId, code } = certificate;
  const erased = await transact((tx) => eraseHolder(tx, actor, { personId }));
  if ('refused' in erased) return data({ error: wordCertificate(erased.refused) }, { status: 422 });
  throw redirect(`/hr/certificates/${code}/erase?done`, 303);
}

export default function EraseHolder() {
  const { isErased, worksHere, done, ...which } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const standing = worksHere ? m.certificates_refused_works_here() : null;
  return (
    <CertificateQuestion
      {...which}
      title={m.certificates_erase_title()}
      lead={m.certificates_erase_lead()}
      done={done ? m.certificates_hr_erased_done() : null}
      over={isErased ? m.certificates_refused_nothing() : standing}
      errors={<FormErrors errors={answer ? [{ message: answer.error }] : []} answer={answer} />}
    >
      <form method="post" className="form-end">
        <SubmitOnce>{m.certificates_erase_button()}</SubmitOnce>
        <QuietButton to={which.back}>{m.certificates_revoke_back()}</QuietButton>
      </form>
    </CertificateQuestion>
  );
}
