// How many mails of a mailing leave in a second, against a bare nodemailer loop that sends the same mails to the same
// sink over one connection, in the same run. Reports, never judges.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { ulid } from 'ulid';
import { system } from '#app/domain/actor/actor.ts';
import { planMailing } from '#app/domain/culture/mailings/planning/plan-mailing.server.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import { addDepartment } from '#app/domain/people/add-department.server.ts';
import { addSite } from '#app/domain/people/add-site.server.ts';
import { foundCompany } from '#app/domain/people/found-company.server.ts';
import { sendDueMailings } from '#app/jobs/newsletter/send-due-mailings.server.ts';
import { closeDatabase, openDatabase, transact } from '#app/platform/db/database.server.ts';
import { prepareDatabase } from '#app/platform/db/migrate.server.ts';
import { openLine, patientTimeouts } from '#app/platform/mail/smtp-line.server.ts';
import { configureKeys } from '#app/platform/session/keys.server.ts';
import { machineFacts, median, table, writeReport } from './report.ts';

type Settings = { rounds: number; write: boolean };

const mails = 500;

type Sink = { url: string; port: number; raws: Buffer[]; close: () => Promise<void> };

/** Takes everything and keeps what the last mail was. */
async function openSink(): Promise<Sink> {
  const raws: Buffer[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        raws.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${port}`, port, raws, close };
}

const place = { fromOn: '2024-01-01' };

async function must<T extends object>(result: Promise<T>): Promise<Exclude<T, { refused: string }>> {
  const answer = await result;
  if ('refused' in answer) throw new Error(String(answer.refused));
  return answer as Exclude<T, { refused: string }>;
}

/** A company of as many readers as a round has mails, and an issue of a usual length. */
async function makeCompany(file: string): Promise<string> {
  const company = { name: 'Oak & Sons', timeZone: 'UTC', language: 'en' as const, sample: false };
  await must(transact((tx) => foundCompany(tx, system, company)));
  const site = { name: 'Main', timeZone: 'UTC', paper: 'a4' as const, daysOff: [] };
  const { siteId } = await must(transact((tx) => addSite(tx, system, site)));
  const office = { name: 'Office', ...place };
  const { departmentId } = await must(transact((tx) => addDepartment(tx, system, office)));
  const documentId = ulid();
  const versionId = ulid();
  const at = new Date();
  const words = 'Somebody called back before the customer had to ask, and this is how it went. '.repeat(6);
  const nodes = Array.from({ length: 12 }, () => ({ name: 'p', children: [words] }));
  await transact(async (tx) => {
    await tx.document.create({ data: { id: documentId, kind: 'issue', slug: 'bench', createdAt: at } });
    const version = { id: versionId, documentId, language: 'en', number: 1, title: 'The issue' };
    const rest = { source: 'x', sourceHash: 'x', front: '{}', treeFormat: 1, answerKey: '{}', createdAt: at };
    const tree = JSON.stringify({ kind: 'issue', minutes: 4, nodes });
    await tx.version.create({ data: { ...version, ...rest, tree } });
    const publication = { documentId, versionId, language: 'en', change: 'informative', publishedAt: at };
    await tx.publication.create({ data: { id: ulid(), ...publication } });
  });
  const db = new Database(file);
  db.transaction(() => {
    for (let number = 0; number < mails; number += 1) {
      const id = `READER${String(number).padStart(20, '0')}`;
      db.prepare(
        `INSERT INTO "Person" (id, name, email, language, searchKey, sortKey, createdAt)
         VALUES (?, ?, ?, 'en', ?, ?, '2024-01-01T00:00:00.000+00:00')`,
      ).run(id, `Reader ${number}`, `reader-${number}@example.com`, id, id);
      db.prepare(`INSERT INTO "Employment" (id, personId, hiredOn) VALUES (?, ?, '2024-01-01')`).run(id, id);
      db.prepare(
        `INSERT INTO "Placement" (id, personId, fromOn, departmentId, siteId, jobTitle)
         VALUES (?, ?, '2024-01-01', ?, ?, '')`,
      ).run(id, id, departmentId, siteId);
    }
  })();
  db.close();
  return documentId;
}

async function sendOurs(documentId: string, sink: Sink): Promise<number> {
  const plan = {
    subject: 'What we learnt in June',
    preheader: '',
    audience: { departments: [], sites: [], languages: [], roles: [] },
    startAt: null,
    perMinute: 60_000,
    inHours: false,
    fromHour: 8,
    untilHour: 17,
  };
  const { mailingId } = await must(transact((tx) => planMailing(tx, system, { ...plan, documentId })));
  await must(transact((tx) => startMailing(tx, system, { mailingId })));
  const settings = {
    smtpUrl: sink.url,
    from: 'post@oak.example',
    linkBase: 'https://learn.oak.example',
    folder: '/nowhere',
    timeouts: patientTimeouts,
  };
  const line = openLine(sink.url, patientTimeouts);
  const out = { settings, line, stop: new AbortController().signal };
  const before = sink.raws.length;
  const started = performance.now();
  while (sink.raws.length < before + mails) await sendDueMailings(out, new Map());
  const seconds = (performance.now() - started) / 1000;
  line.close();
  return mails / seconds;
}

/** The mail as it stands, to as many addresses: what is left when nothing is written down and nothing made. */
async function sendBare(raw: Buffer, sink: Sink): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port: sink.port, pool: true, maxConnections: 1 });
  const [head = '', body = ''] = raw.toString().split(/\r?\n\r?\n/, 2);
  const text = body || head;
  const html = raw.toString();
  const started = performance.now();
  for (let number = 0; number < mails; number += 1) {
    const to = `Reader ${number} <reader-${number}@example.com>`;
    await transport.sendMail({ from: 'post@oak.example', to, subject: 'What we learnt in June', text, html });
  }
  const seconds = (performance.now() - started) / 1000;
  transport.close();
  return mails / seconds;
}

export async function measureMails({ rounds, write }: Settings, say: (text: string) => void): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const folder = mkdtempSync(join(tmpdir(), 'everyhand-bench-'));
  const file = join(folder, 'everyhand.db');
  const sink = await openSink();
  try {
    prepareDatabase(file, 'prisma', join(folder, 'backups'));
    await openDatabase(file);
    configureKeys('a secret for measuring, and long enough');
    const documentId = await makeCompany(file);
    say('Warming up.');
    await sendOurs(documentId, sink);
    const [raw] = sink.raws.slice(-1);
    await sendBare(raw!, sink);
    const [ours, bare]: [number[], number[]] = [[], []];
    for (let round = 1; round <= rounds; round += 1) {
      ours.push(await sendOurs(documentId, sink));
      bare.push(await sendBare(raw!, sink));
      say(
        `Round ${round} of ${rounds}: ${ours.at(-1)!.toFixed(0)} mails/s, bare ${bare.at(-1)!.toFixed(0)} mails/s`,
      );
    }
    const ratios = bare.map((one, index) => one / ours[index]!);
    const row = (what: string, values: number[], digits: number) => [
      what,
      median(values).toFixed(digits),
      Math.min(...values).toFixed(digits),
      Math.max(...values).toFixed(digits),
    ];
    const report = [
      `${machineFacts(loadBefore)} ${rounds} rounds of ${mails} mails of ${raw!.length} bytes into a local sink.`,
      table(
        ['', 'median', 'least', 'most'],
        [
          row('a mailing, mails/s', ours, 0),
          row('bare nodemailer, mails/s', bare, 0),
          row('bare : mailing', ratios, 2),
        ],
      ),
    ].join('\n\n');
    console.log(report);
    if (write) await writeReport(report, 'mails');
  } finally {
    await closeDatabase();
    await sink.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
