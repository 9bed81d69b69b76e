import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#app/domain/actor/actor.ts';
import { system } from '#app/domain/actor/actor.ts';
import { storeImage } from '#app/domain/files/store-image.work.server.ts';
import { accentFault, contrast, nearestAccent } from '#app/domain/people/company/accent.ts';
import type { CompanySettings } from '#app/domain/people/company/company-settings.ts';
import { companySettings } from '#app/domain/people/company/company-settings.ts';
import { editCompany } from '#app/domain/people/company/edit-company.server.ts';
import { parseMailSender } from '#app/domain/people/company/mail-sender.ts';
import { setLogo } from '#app/domain/people/company/set-logo.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { configureFileStore } from '#app/platform/files/file-store.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { pngOf } from '../../support/images.ts';
import { tableHashes } from '../../support/rows.ts';
import { actorOf, departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let admin: PersonActor;
let others: PersonActor[];

beforeAll(async () => {
  database = await openTestDatabase();
  configureFileStore(`${database.folder}/files`);
  const place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Office') };
  admin = await actorOf(await hire({ name: 'Farah', roles: ['admin'], ...place }));
  others = [
    await actorOf(await hire({ name: 'Chidi', roles: ['hr'], ...place })),
    await actorOf(await hire({ name: 'Dana', roles: ['editor'], ...place })),
    await actorOf(await hire({ name: 'Ada', ...place })),
  ];
});

afterAll(() => database.close());

const plain: CompanySettings = {
  name: 'Oak & Sons',
  language: 'en',
  showScores: false,
  requireSecondFactor: false,
  publicCertificates: true,
};

beforeEach(() => transact((tx) => editCompany(tx, system, plain)));

const edit = (actor: PersonActor, change: Partial<CompanySettings>) =>
  transact((tx) => editCompany(tx, actor, { ...plain, ...change }));

const lastFacts = async () => {
  const event = await reader.event.findFirstOrThrow({ orderBy: { seq: 'desc' } });
  return { name: event.name, ...(JSON.parse(event.facts!) as object) };
};

describe('the company', () => {
  test('is edited by an admin; the event says which fields, never what to', async () => {
    await done(edit(admin, { accent: '#1d8a99', contact: 'Canary Contact', showScores: true }));
    expect(await readCompany(reader)).toMatchObject({
      accent: '#1d8a99',
      contact: 'Canary Contact',
      showScores: true,
    });
    const { fields, ...event } = (await lastFacts()) as { name: string; fields: string[] };
    expect(event).toEqual({ name: 'company.edited' });
    expect(fields.toSorted()).toEqual(['accent', 'contact', 'showScores']);
  });

  test('what is left empty is none again', async () => {
    await done(edit(admin, { accent: '#1d8a99', mailSender: 'a@example.com', postalAddress: 'A street' }));
    await done(edit(admin, { postalAddress: '' }));
    expect(await readCompany(reader)).toMatchObject({ accent: null, mailSender: null, postalAddress: null });
  });

  test('the same again changes nothing', async () => {
    const before = tableHashes(database.folder);
    await done(edit(admin, {}));
    expect(tableHashes(database.folder)).toEqual(before);
  });

  test('by nobody else', async () => {
    const before = tableHashes(database.folder);
    for (const actor of others) {
      expect(await edit(actor, { name: 'Mine' })).toEqual({ refused: 'not-allowed' });
      expect(await transact((tx) => setLogo(tx, actor, { image: null }))).toEqual({ refused: 'not-allowed' });
    }
    expect(tableHashes(database.folder)).toEqual(before);
  });
});

describe('a second factor is asked of all', () => {
  const credential = (confirmedAt: Date | null) => ({
    id: 'totp',
    personId: admin.id,
    kind: 'totp',
    issuer: 'everyhand',
    subject: admin.id,
    mustChange: false,
    createdAt: new Date(),
    changedAt: new Date(),
    confirmedAt,
  });

  test('only by somebody who has one that was proved', async () => {
    const before = tableHashes(database.folder);
    expect(await edit(admin, { requireSecondFactor: true })).toEqual({ refused: 'own-factor-first' });
    expect(tableHashes(database.folder)).toEqual(before);
    await transact((tx) => tx.credential.create({ data: credential(null) }));
    expect(await edit(admin, { requireSecondFactor: true })).toEqual({ refused: 'own-factor-first' });
    await transact((tx) =>
      tx.credential.update({ where: { id: 'totp' }, data: { confirmedAt: new Date() } }),
    );
    expect(await edit(admin, { requireSecondFactor: true })).toEqual({ ok: true });
    await transact((tx) => tx.credential.delete({ where: { id: 'totp' } }));
    // Nothing is asked anew, so nothing stands in the way of another change.
    expect(await edit(admin, { requireSecondFactor: true, contact: 'HR' })).toEqual({ ok: true });
    expect(await edit(admin, { requireSecondFactor: false })).toEqual({ ok: true });
  });
});

describe('a logo', () => {
  test('is kept as a file that a row knows, and taken away again', async () => {
    const { image } = await done(storeImage(await pngOf(40, 20)));
    await done(transact((tx) => setLogo(tx, admin, { image })));
    expect((await readCompany(reader))?.logo).toBe(image.hash);
    expect(await reader.file.findUnique({ where: { hash: image.hash } })).toMatchObject({
      mediaType: 'image/png',
      size: image.size,
    });
    const before = tableHashes(database.folder);
    await done(transact((tx) => setLogo(tx, admin, { image })));
    expect(tableHashes(database.folder)).toEqual(before);
    await done(transact((tx) => setLogo(tx, admin, { image: null })));
    expect((await readCompany(reader))?.logo).toBeNull();
    expect(await lastFacts()).toEqual({ name: 'company.edited', fields: ['logo'] });
  });
});

const faultsOf = (input: Record<string, unknown>) => {
  const parsed = companySettings.safeParse({ name: 'Oak', language: 'en', ...input });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe('an accent', () => {
  test.each(['#1d8a99', '1D8A99', ' #F2B84B ', '#1e3a8a', '#c0392b'])('%s is one', (accent) => {
    expect(faultsOf({ accent })).toEqual([]);
  });

  test.each(['red', '#fff', '#12345', '#1234567', 'rgb(1,2,3)', '#12345g', 'url(x)', '#000000;}', ''])(
    '“%s” is none',
    (accent) => expect(faultsOf({ accent })).toEqual(['not-a-colour']),
  );

  test('that cannot be seen is refused, and the nearest that can is known', () => {
    expect(faultsOf({ accent: '#ffffff' })).toEqual(['too-light']);
    expect(faultsOf({ accent: '#faf6ee' })).toEqual(['too-light']);
    expect(faultsOf({ accent: '#000000' })).toEqual(['too-dark']);
    expect(faultsOf({ accent: '#1e2328' })).toEqual(['too-dark']);
    for (const hex of ['#ffffff', '#fff200', '#000000', '#000033', '#1e2328']) {
      const near = nearestAccent(hex);
      expect([hex, accentFault(near)]).toEqual([hex, null]);
      for (const ground of ['#faf6ee', '#1e2328', '#15171a'])
        expect(contrast(near, ground)).toBeGreaterThanOrEqual(1.5);
    }
    expect(nearestAccent('#1d8a99')).toBe('#1d8a99');
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});

describe('what mail comes from', () => {
  test.each([
    ['people@example.com', { name: null, address: 'people@example.com' }],
    ['People team <people@example.com>', { name: 'People team', address: 'people@example.com' }],
    ['Łódź & Søn<people@example.com>', { name: 'Łódź & Søn', address: 'people@example.com' }],
  ])('%s', (text, sender) => expect(parseMailSender(text)).toEqual(sender));

  test.each([
    'people',
    'people@',
    '<people@example.com>',
    ' <people@example.com>',
    'A <people@example.com> B',
    'A <people@example.com',
    'A <a@example.com>, B <b@example.com>',
    'a@example.com, b@example.com',
    'A\r\nBcc: x@evil.example <a@example.com>',
    'A\nB <a@example.com>',
    'a@example.com\r\nBcc: x@evil.example',
    'A <a@example.com\r\n>',
    '"A" <a@example.com>',
    'A; B <a@example.com>',
    'A (b) <a@example.com>',
    'x@evil.example <a@example.com>',
    'A\u0000 <a@example.com>',
    `${'A'.repeat(200)} <a@example.com>`,
    'A <<a@example.com>>',
    'A <a b@example.com>',
  ])('never “%s”', (text) => {
    expect(parseMailSender(text)).toBeNull();
    expect(faultsOf({ mailSender: text })).toEqual(['not-a-sender']);
  });

  test('is written one way', () => {
    expect(companySettings.parse({ ...plain, mailSender: '  Team<t@example.com> ' }).mailSender).toBe(
      'Team <t@example.com>',
    );
  });
});

describe('a longer text', () => {
  test('counts an end of line once, as the browser does', () => {
    const text = `${'a'.repeat(2499)}\r\n${'b'.repeat(2500)}`;
    expect(faultsOf({ privacyNotice: text })).toEqual([]);
    expect(companySettings.parse({ ...plain, privacyNotice: text }).privacyNotice).toHaveLength(5000);
    expect(faultsOf({ privacyNotice: `${text}c` })).toEqual(['too-long']);
  });

  test.each(['\u0000', '\u0007', '\u202E', '\u2066'])('holds nothing that cannot be seen (%j)', (mark) => {
    expect(faultsOf({ contact: `a${mark}b` })).toEqual(['unprintable']);
    expect(faultsOf({ name: `a${mark}b` })).toEqual(['unprintable']);
  });
});
