import { lookup } from 'node:dns/promises';
import { existsSync } from 'node:fs';
import { lookAtDatabase } from '#app/domain/safekeeping/doctor/look-at-database.work.server.ts';
import { lookAtFolder } from '#app/domain/safekeeping/doctor/look-at-folder.work.server.ts';
import type { DoctorFinding } from '#app/domain/safekeeping/doctor/ailment.ts';
import * as m from '#app/messages/generated/messages.js';
import { dataFolderAt, lockStateOf } from '#app/platform/db/data-folder.server.ts';
import type { Env } from '#app/platform/env/env.server.ts';
import { env } from '#app/platform/env/env.server.ts';
import { programPath } from '#app/platform/env/program.server.ts';
import { ailmentWords } from './ailment-words.ts';

const oldestNode = [20, 19] as const;

function nodeFindings(): DoctorFinding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const tooOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return tooOld ? [{ what: 'node-too-old', detail: process.versions.node }] : [];
}

const atHome = /^(localhost|127\.|\[?::1)/;

async function outsideFindings({ SMTP_URL, APP_URL }: Env): Promise<DoctorFinding[]> {
  const found: DoctorFinding[] = [];
  if (APP_URL?.protocol === 'http:' && !atHome.test(APP_URL.hostname)) {
    found.push({ what: 'address-plain', detail: APP_URL.href });
  }
  if (SMTP_URL) {
    // The whole address would show a password.
    const { hostname } = new URL(SMTP_URL);
    const known = await lookup(hostname).catch(() => null);
    if (!known) found.push({ what: 'smtp-unknown', detail: hostname });
  }
  return found;
}

/** Says what is wrong with this installation and what to do. Exit code 1 with findings. Changes nothing. */
export async function doctorCommand(argv: string[]): Promise<number> {
  if (argv.length > 0) {
    process.stderr.write(`${m.cli_doctor_usage()}\n`);
    return 2;
  }
  const settings = env();
  const folder = dataFolderAt(settings.DATA_DIR);
  const atFolder = await lookAtFolder(settings.DATA_DIR, folder, {
    secretInEnvironment: settings.SESSION_SECRET !== undefined,
  });
  // To open a database whose log is gone would hide that it is.
  const isReadable = existsSync(folder.database) && atFolder.every(({ what }) => what !== 'log-missing');
  const findings = [
    ...nodeFindings(),
    ...atFolder,
    ...(isReadable ? await lookAtDatabase(folder, programPath('prisma')) : []),
    ...(await outsideFindings(settings)),
  ];
  const lines = findings.map((finding) => m.cli_doctor_finding(ailmentWords(finding)));
  if (lockStateOf(folder.lock) === 'held') lines.unshift(m.cli_doctor_held());
  lines.push(findings.length > 0 ? m.cli_doctor_sum({ count: findings.length }) : m.cli_doctor_well());
  process.stdout.write(`${lines.join('\n')}\n`);
  return findings.length > 0 ? 1 : 0;
}
