import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { openSampleCompany } from '#app/domain/sample/open-sample-company.work.server.ts';
import { sampleIsFinished } from '#app/domain/sample/sample-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { password, personOfCast, today } from '../../support/sample.ts';

describe('the sample company with other content', () => {
  let database: TestDatabase;
  let contentRoot: string;

  beforeEach(async () => {
    database = await openTestDatabase();
    contentRoot = join(database.folder, 'content');
    cpSync('content/functions.yaml', join(contentRoot, 'functions.yaml'));
    cpSync('content/standards.yaml', join(contentRoot, 'standards.yaml'));
  });

  afterEach(() => database.close());

  it('opens without any course, and is whole only at its end', async () => {
    expect(await sampleIsFinished(reader)).toBe(false);
    await openSampleCompany({ password, contentRoot, today });
    expect(await sampleIsFinished(reader)).toBe(true);
    expect((await reader.event.findFirstOrThrow({ orderBy: { seq: 'desc' } })).name).toBe('sample.finished');
    expect(await reader.completion.count()).toBe(0);
    expect(await reader.person.count()).toBeGreaterThan(200);
    expect(await checkChain(reader)).toMatchObject({ intact: true });
  }, 120_000);

  it('takes a short course without questions, and leaves a broken document alone', async () => {
    const folder = join(contentRoot, 'courses/small');
    mkdirSync(folder, { recursive: true });
    const course = [
      'title: Small',
      'language: en',
      'audience: everyone',
      'modules: [only]',
      'summary: One.',
      '',
    ];
    writeFileSync(join(folder, 'course.yaml'), course.join('\n'));
    const front = [
      '---',
      'title: Only',
      'language: en',
      'minutes: 1',
      'pass: 80',
      'standards: []',
      'learn: [one]',
      '---',
      '',
    ];
    writeFileSync(join(folder, '01-only.mdx'), `${front.join('\n')}\n<Lead>\n\nOne sentence.\n\n</Lead>\n`);
    writeFileSync(join(folder, '02-broken.mdx'), 'import fs from "fs"\n');
    await openSampleCompany({ password, contentRoot, today });
    const ada = await personOfCast('ada');
    const ben = await personOfCast('ben');
    expect(await reader.reading.count({ where: { personId: ada.id, openKey: { not: null } } })).toBe(1);
    expect(await reader.completion.count({ where: { personId: ben.id } })).toBe(2);
    expect(await reader.completion.count()).toBeGreaterThan(50);
  }, 120_000);
});
