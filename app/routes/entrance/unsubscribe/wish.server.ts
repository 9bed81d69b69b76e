import type { Params } from '@remix-run/react';
import type { MailKind } from '#app/domain/outbox/preferences/mail-kind.ts';
import {
  readUnsubscribeToken,
  readWantedMails,
} from '#app/domain/outbox/preferences/preference-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

export type Wish = { token: string; personId: string; kind: MailKind; company: string; wanted: boolean };

/** Whoever holds the link of a mail may say no to it: nobody signs in for that. */
export async function wishOf({ params }: { params: Params }): Promise<Wish> {
  const company = (await readCompany(reader)) ?? notFound();
  const token = params.token ?? '';
  const held = (await readUnsubscribeToken(reader, token)) ?? notFound();
  const wanted = (await readWantedMails(reader, held.personId)).includes(held.kind);
  return { ...held, token, company: company.name, wanted };
}
