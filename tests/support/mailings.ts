import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import type { MailingPlan } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { planMailing } from '#app/domain/culture/mailings/planning/plan-mailing.server.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import type { MailingRound } from '#app/jobs/newsletter/send-due-mailings.server.ts';
import { sendDueMailings } from '#app/jobs/newsletter/send-due-mailings.server.ts';
import type { Pace } from '#app/jobs/newsletter/turns.server.ts';
import { now } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import type { MailSettings } from '#app/platform/mail/mail-settings.server.ts';
import { openLine } from '#app/platform/mail/smtp-line.server.ts';
import { done } from './staff.ts';

type Issue = {
  slug: string;
  title: string;
  language?: string;
  front?: Record<string, string>;
  text?: string;
};

/** An edition of an issue that people can read, written past the gate. Returns the document. */
export async function publishIssue({
  slug,
  title,
  language = 'en',
  front = {},
  text,
}: Issue): Promise<string> {
  const nodes = [
    { name: 'Lead', children: [{ name: 'p', children: [text ?? `What ${title} is about.`] }] },
    { name: 'Story', props: { id: 'one', title: 'One' }, children: [{ name: 'p', children: ['A story.'] }] },
  ];
  return transact(async (tx) => {
    const document = await tx.document.upsert({
      where: { kind_slug: { kind: 'issue', slug } },
      create: { id: ulid(), kind: 'issue', slug, createdAt: now() },
      update: {},
    });
    const documentId = document.id;
    const number = 1 + (await tx.version.count({ where: { documentId, language } }));
    const source = `# ${title} ${number}`;
    const version = await tx.version.create({
      data: {
        id: ulid(),
        documentId,
        language,
        number,
        title,
        source,
        sourceHash: createHash('sha256').update(source).digest('hex'),
        front: JSON.stringify({ title, language, ...front }),
        tree: JSON.stringify({ kind: 'issue', minutes: 1, nodes }),
        treeFormat: 1,
        answerKey: '{}',
        createdAt: now(),
      },
    });
    await tx.publication.create({
      data: {
        id: ulid(),
        documentId,
        versionId: version.id,
        language,
        change: 'informative',
        publishedAt: now(),
      },
    });
    return documentId;
  });
}

export const plan: MailingPlan = {
  subject: 'What we learnt in June',
  preheader: 'Three parcels, one promise, and whom to thank for it.',
  audience: { departments: [], sites: [], languages: [], roles: [] },
  startAt: null,
  perMinute: 60_000,
  inHours: false,
  fromHour: 8,
  untilHour: 17,
};

/** A mailing that nobody has sent yet. */
export async function planned(
  documentId: string,
  more: Partial<MailingPlan> = {},
  actor: PersonActor | typeof system = system,
): Promise<string> {
  const input = { ...plan, ...more, documentId };
  return (await done(transact((tx) => planMailing(tx, actor, input)))).mailingId;
}

export async function started(documentId: string, more: Partial<MailingPlan> = {}): Promise<string> {
  const mailingId = await planned(documentId, more);
  await done(transact((tx) => startMailing(tx, system, { mailingId })));
  return mailingId;
}

/** One round of the sender, with a line of its own; of mailings as fast as may be, to their end. */
export async function sendMailings(
  settings: MailSettings,
  { pace, stop }: { pace?: Pace; stop?: AbortSignal } = {},
): Promise<MailingRound> {
  const line = settings.smtpUrl ? openLine(settings.smtpUrl, settings.timeouts) : null;
  const out = { settings, line, stop: stop ?? new AbortController().signal };
  try {
    for (;;) {
      const round = await sendDueMailings(out, pace ?? new Map());
      // Without a pace to keep it is kept anew each time, which is none.
      if (pace || round.again === null) return round;
    }
  } finally {
    line?.close();
  }
}

export const readersOf = (mailingId: string) =>
  reader.mailingReader.findMany({ where: { mailingId }, orderBy: { personId: 'asc' } });

export const mailingOf = (id: string) => reader.mailing.findUniqueOrThrow({ where: { id } });
