import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { currentSession } from '../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.admin_privacy_title() }];

/** For everybody, also before they sign in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  const { name, privacyNotice, contact, postalAddress, showScores, publicCertificates } = company;
  const isIn = (await currentSession({ request, context })) !== null;
  return { isIn, name, privacyNotice, contact, postalAddress, showScores, publicCertificates };
}

export default function Privacy() {
  const { isIn, name } = useLoaderData<typeof loader>();
  if (isIn) {
    return (
      <>
        <PageHead title={m.admin_privacy_title()} lead={m.admin_privacy_lead()} />
        <WhatIsKnown />
      </>
    );
  }
  return (
    <NarrowPage
      name={name}
      line={m.app_footer()}
      title={m.admin_privacy_title()}
      lead={m.admin_privacy_lead()}
    >
      <WhatIsKnown />
      <p className="mt-8">
        <a href="/sign-in">{m.admin_privacy_to_sign_in()}</a>
      </p>
    </NarrowPage>
  );
}

/** What the company says comes first; then what is so by the program itself. */
function WhatIsKnown() {
  const { name, privacyNotice, contact, postalAddress, showScores, publicCertificates } =
    useLoaderData<typeof loader>();
  return (
    <div className="prose">
      <h2>{m.admin_privacy_company({ name })}</h2>
      <Paragraphs text={privacyNotice ?? m.admin_privacy_default()} />
      <h2>{m.admin_privacy_known()}</h2>
      <ul>
        <li>{m.admin_privacy_known_person()}</li>
        <li>{m.admin_privacy_known_learning()}</li>
        <li>{m.admin_privacy_known_access()}</li>
      </ul>
      <Section title={m.admin_privacy_you()}>{m.admin_privacy_you_about()}</Section>
      <Section title={m.admin_privacy_head()}>{m.admin_privacy_head_about()}</Section>
      <Section title={m.admin_privacy_hr()}>
        {m.admin_privacy_hr_about()}{' '}
        {showScores ? m.admin_privacy_hr_scores_on() : m.admin_privacy_hr_scores_off()}
      </Section>
      <Section title={m.admin_privacy_others()}>
        {m.admin_privacy_others_about()}{' '}
        {publicCertificates ? m.certificates_privacy_on() : m.certificates_privacy_off()}
      </Section>
      <Section title={m.admin_privacy_long()}>{m.admin_privacy_long_about()}</Section>
      <h2>{m.admin_privacy_ask()}</h2>
      <Paragraphs text={contact ?? m.admin_privacy_ask_none()} />
      {postalAddress && <Paragraphs text={postalAddress} />}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2>{title}</h2>
      <p>{children}</p>
    </>
  );
}

function Paragraphs({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    <p key={`${index} ${paragraph}`} className="whitespace-pre-line" dir="auto">
      {paragraph}
    </p>
  ));
}
