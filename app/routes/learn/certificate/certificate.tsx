import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countTry } from '#app/domain/access/limits/count-try.work.server.ts';
import { limits } from '#app/domain/access/limits/limits.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { hasRole } from '#app/domain/actor/actor.ts';
import { readCertificateCode } from '#app/domain/learning/certificates/certificate-code.ts';
import { findCertificate } from '#app/domain/learning/certificates/certificate-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { addressBlock } from '#app/platform/http/client-address.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { currentSession, notFound, requirePerson } from '../../guards.server.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import { HolderPart } from './holder-part.tsx';
import { showPublic, showToHolder } from './shown-certificate.server.ts';

export const meta: MetaFunction = () => [
  { title: m.certificates_page_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex' });

/** Of those who are not signed in, wrong codes are counted by where they come from. */
async function findForStranger(code: string | null, address: string) {
  const tried = await countTry(limits.certificate(addressBlock(address)));
  if ('refused' in tried) return tried;
  const certificate = code && (await findCertificate(reader, code));
  if (!certificate) return notFound();
  await tried.takeBack();
  return certificate;
}

/** What its holder and HR see beyond what everybody does. */
const mayKnowMore = (actor: PersonActor, personId: string) => actor.id === personId || hasRole(actor, 'hr');

/** For everybody with the code while the company wants it so; else for its holder and HR. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await currentSession(args);
  const company = await readCompany(reader);
  if (!company) throw redirect('/first-run');
  const isOpen = company.publicCertificates;
  // Somebody on a shared device is a stranger here; whoever else is signed in comes by the same way as to every page.
  const actor = session?.kind === 'own' || !isOpen ? await requirePerson(args) : null;
  const code = readCertificateCode(args.params.code ?? '');
  const locale = readerLocale(
    args.request.headers.get('Accept-Language'),
    actor?.language ?? company.language,
  );
  const isIn = actor !== null;
  const frame = { isIn, companyName: company.name };
  if (!actor) {
    const found = await findForStranger(code, args.context.clientAddress);
    if ('refused' in found) return data({ ...frame, wait: found.minutes, shown: null, more: null }, 429);
    return { ...frame, wait: null, shown: showPublic(found, locale), more: null };
  }
  const certificate = code && (await findCertificate(reader, code));
  if (!certificate) return notFound();
  const knowsMore = mayKnowMore(actor, certificate.personId);
  if (!knowsMore && !isOpen) return notFound();
  const more = knowsMore ? showToHolder({ certificate, actor, company, locale }) : null;
  return { ...frame, wait: null, shown: showPublic(certificate, locale), more };
}

const wayBack = (isHolder: boolean) =>
  isHolder
    ? [
        { to: '/learn', label: m.app_nav_learn() },
        { to: '/certificates', label: m.certificates_title() },
      ]
    : [
        { to: '/hr', label: m.hr_title() },
        { to: '/hr/certificates', label: m.certificates_hr_title() },
      ];

export default function CertificatePage() {
  const { isIn, companyName, wait, shown, more } = useLoaderData<typeof loader>();
  const page = { name: companyName, line: m.app_footer() };
  if (!shown) {
    return (
      <NarrowPage {...page} title={m.certificates_too_many_title()}>
        <p>{m.certificates_too_many({ count: wait ?? 1 })}</p>
      </NarrowPage>
    );
  }
  const head = {
    eyebrow: m.certificates_page_kind({ code: shown.code }),
    title: shown.holder ?? m.certificates_page_name_removed(),
    lead: m.certificates_page_lead({ course: shown.course }),
  };
  if (!isIn) {
    return (
      <NarrowPage {...page} {...head}>
        <CertificateFacts shown={shown} />
      </NarrowPage>
    );
  }
  return (
    <>
      {more && <Breadcrumb items={wayBack(more.isHolder)} here={shown.code} />}
      <PageHead {...head} />
      <CertificateFacts shown={shown} until={more?.until} />
      {more && <HolderPart code={shown.code} more={more} />}
    </>
  );
}
