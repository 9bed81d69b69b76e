import type { Params } from '@remix-run/react';
import type { Mailing } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import { readMailing } from '#app/domain/culture/mailings/mailing-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { notFound } from '../../guards.server.ts';

/** Asked for after the guard alone. */
export async function findMailing({ params }: { params: Params }): Promise<Mailing> {
  return (await readMailing(reader, params.mailing ?? '')) ?? notFound();
}

export const listCrumb = () => ({ to: '/studio/mailings', label: m.mailing_title() });

export function mailingCrumbs({ id, subject }: { id: string; subject: string }) {
  return [listCrumb(), { to: `/studio/mailings/${id}`, label: subject }];
}
