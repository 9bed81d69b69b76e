import { now } from '#app/platform/clock/clock.server.ts';
import type { Reader, Tx } from '#app/platform/db/database.server.ts';
import type { MailState, MailTemplate } from './mail.ts';

/** Queued and due, those first that have waited longest. */
export async function dueMails(
  db: Reader | Tx,
  take: number,
): Promise<{ id: string; template: MailTemplate }[]> {
  const due = await db.mail.findMany({
    where: { state: 'queued', nextAt: { lte: now() } },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    take,
    select: { id: true, template: true },
  });
  return due.map(({ id, template }) => ({ id, template: template as MailTemplate }));
}

export type MailLine = {
  id: string;
  template: MailTemplate;
  state: MailState;
  personId: string | null;
  personName: string | null;
  createdAt: Date;
  nextAt: Date;
  sendingAt: Date | null;
  settledAt: Date | null;
  tries: number;
  reason: string | null;
};

const shown = {
  id: true,
  template: true,
  state: true,
  personId: true,
  person: { select: { name: true } },
  createdAt: true,
  nextAt: true,
  sendingAt: true,
  settledAt: true,
  tries: true,
  reason: true,
} as const;

type Row = Omit<MailLine, 'personName' | 'template' | 'state'> & {
  template: string;
  state: string;
  person: { name: string } | null;
};

const lineOf = ({ person, template, state, ...row }: Row): MailLine => ({
  ...row,
  template: template as MailTemplate,
  state: state as MailState,
  personName: person?.name ?? null,
});

export const mailsToAPage = 50;

/** A page of the outbox, newest first; the last one where so many are asked for. */
export async function readMails(
  db: Reader | Tx,
  wanted: number,
): Promise<{ mails: MailLine[]; total: number; page: number }> {
  const total = await db.mail.count();
  const page = Math.min(Math.max(1, wanted), Math.max(1, Math.ceil(total / mailsToAPage)));
  const mails = await db.mail.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * mailsToAPage,
    take: mailsToAPage,
    select: shown,
  });
  return { mails: mails.map(lineOf), total, page };
}

export async function readMail(db: Reader | Tx, mailId: string): Promise<MailLine | null> {
  const mail = await db.mail.findUnique({ where: { id: mailId }, select: shown });
  return mail && lineOf(mail);
}

/** How many wait for their time, and how many wait for a person. */
export async function countMails(db: Reader | Tx): Promise<{ queued: number; stopped: number }> {
  const queued = await db.mail.count({ where: { state: { in: ['queued', 'sending'] } } });
  const stopped = await db.mail.count({ where: { state: { in: ['failed', 'uncertain'] } } });
  return { queued, stopped };
}
