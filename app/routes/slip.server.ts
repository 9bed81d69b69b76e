import { printSlip } from '#app/domain/access/tokens/print-slip.server.ts';
import { readSlipPerson } from '#app/domain/access/tokens/slip-reads.server.ts';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { mayGiveSlip } from '#app/domain/actor/role-grants.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { formatMoment } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { qrCode } from '#app/platform/qr/qr-code.server.ts';
import { notFound } from './guards.server.ts';

/** Asked before a slip is made: making one ends those made before. */
export async function showSlipFor(actor: PersonActor, personId: string) {
  const person = await readSlipPerson(reader, personId);
  if (!person || !mayGiveSlip(actor, person)) return notFound();
  return { name: person.name, hasPassword: person.hasPassword };
}

/** A new slip, with all that stands on it. It is shown in this one answer and nowhere again. */
export async function makeSlip(actor: PersonActor, personId: string, request: Request) {
  const [company, person] = await Promise.all([readCompany(reader), readSlipPerson(reader, personId)]);
  const slip = await transact((tx) => printSlip(tx, actor, { personId }));
  if ('refused' in slip || !person || !company) return notFound();
  const { purpose, token, code, expiresAt } = slip;
  // Under APP_URL where there is one, else under the address that whoever prints it uses themselves.
  const { origin, host } = new URL(request.url);
  const path = purpose === 'invitation' ? '/welcome' : '/reset';
  const locale = readerLocale(request.headers.get('Accept-Language'), actor.language);
  return {
    company: company.name,
    name: person.name,
    signInName: person.signInName,
    code,
    qr: qrCode(`${origin}${path}?token=${token}`),
    address: `${host}/code`,
    until: formatMoment(expiresAt, locale, person.siteTimeZone),
  };
}

export type MadeSlip = Awaited<ReturnType<typeof makeSlip>>;
