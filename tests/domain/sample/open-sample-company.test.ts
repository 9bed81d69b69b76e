import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPassword } from '#app/domain/access/passwords/credential-reads.server.ts';
import { verifyPassword } from '#app/domain/access/passwords/verify-password.work.server.ts';
import { checkChain } from '#app/domain/events/event-reads.server.ts';
import { functions } from '#app/domain/people/department.ts';
import { readDepartments } from '#app/domain/people/department-reads.server.ts';
import { headOfPerson } from '#app/domain/people/departments/head-reads.server.ts';
import { readMyCourses } from '#app/domain/learning/courses/course-reads.server.ts';
import { cast, castEmail } from '#app/domain/sample/cast.ts';
import { cultureKinds } from '#app/domain/publishing/document-tree.ts';
import { publishedDocuments } from '#app/domain/publishing/published-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { onTheDay, openSample, password, personOfCast, picture, today } from '../../support/sample.ts';

describe('the sample company', () => {
  let database: TestDatabase;
  let first: Awaited<ReturnType<typeof picture>>;

  beforeAll(async () => {
    database = await openSample();
    first = await picture();
  }, 120_000);

  afterAll(() => database.close());

  it('has about 240 people on three sites, a department for each function and two more below Shipping', async () => {
    expect(await reader.company.findMany()).toMatchObject([{ name: 'Harbour & Pine', sample: true }]);
    expect(first.people.length).toBeGreaterThanOrEqual(235);
    expect(first.people.length).toBeLessThanOrEqual(250);
    const zones = (await reader.site.findMany({ orderBy: { name: 'asc' } })).map(({ timeZone }) => timeZone);
    expect(zones).toEqual(['Europe/Warsaw', 'Europe/London', 'America/Toronto']);
    const departments = await onTheDay(() => readDepartments(reader));
    expect(
      departments
        .map(({ function: functionId }) => functionId)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(functions.toSorted());
    const shipping = departments.find(({ name }) => name === 'Shipping')!;
    expect(departments.filter(({ parentId }) => parentId === shipping.id)).toHaveLength(2);
    expect(departments.filter(({ headId }) => headId === null)).toEqual([]);
  });

  it('gives everybody a number, about two thirds an address, and all but one a manager', () => {
    expect(first.people.every(({ employeeNumber }) => /^HP-\d{4}$/.test(employeeNumber!))).toBe(true);
    const share = first.people.filter(({ email }) => email).length / first.people.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.72);
    expect(first.people.filter(({ placements }) => placements[0]!.manager === null)).toHaveLength(1);
  });

  it('has the names that a program may stumble over, and people who left or joined lately', () => {
    const names = first.people.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['Łukasz Wiśniewski', 'Nguyễn Thị Hương', 'Jürgen Müller', "Sinéad O'Brien"]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => /\p{Script=Arabic}/u.test(name))).toHaveLength(1);
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(80);
    const terms = first.people.map(({ employments }) => employments[0]!);
    expect(terms.filter(({ leftOn }) => leftOn !== null).length).toBeGreaterThan(4);
    expect(terms.every(({ leftOn }) => leftOn === null || leftOn < today)).toBe(true);
    expect(terms.filter(({ hiredOn }) => hiredOn > '2026-02-28' && hiredOn < today).length).toBeGreaterThan(
      2,
    );
  });

  it('lets the cast, and nobody else, sign in with the one password', async () => {
    expect(await reader.credential.count()).toBe(cast.length);
    for (const { key, name, department, roles } of cast) {
      const person = await personOfCast(key);
      expect(person.name).toBe(name);
      expect(person.roles.map(({ role }) => role).toSorted()).toEqual(roles.toSorted());
      expect(person.placements[0]!.department.name.toLowerCase()).toBe(department.replace('-', ' '));
      expect(await findPassword(reader, castEmail(key))).toMatchObject({
        personId: person.id,
        mustChange: false,
      });
    }
    const ada = await findPassword(reader, castEmail('ada'));
    expect(await verifyPassword(ada!.secretHash, password)).toBe(true);
  });

  it('puts Ada under Ben, and Ben above all who ship', async () => {
    const [ada, ben] = [await personOfCast('ada'), await personOfCast('ben')];
    expect(await onTheDay(() => headOfPerson(reader, ada.id))).toBe(ben.id);
    const departments = await onTheDay(() => readDepartments(reader));
    expect(departments.filter(({ headId }) => headId === ben.id).map(({ name }) => name)).toEqual([
      'Shipping',
    ]);
  });

  it('keeps an unbroken chain of fourteen months, in order', async () => {
    expect(await checkChain(reader)).toMatchObject({ intact: true, length: first.events.length });
    const times = first.events.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(first.events[0]!.name).toBe('company.founded');
    expect(first.events[0]!.at.toISOString().slice(0, 7)).toMatch(/^2025-0[12]$/);
    expect(times.at(-1)!).toBeLessThan(Date.parse(`${today}T00:00:00+02:00`));
    const publications = await reader.publication.findMany({ include: { document: true } });
    for (const { publishedAt, document } of publications) {
      if (/course|module/.test(document.kind)) expect(publishedAt.toISOString()).toMatch(/^2025-0[12]-/);
    }
  });

  it('has published everything that ships, the newsletter once a quarter', async () => {
    const drafts = await reader.draft.findMany();
    expect(drafts.filter(({ findings }) => findings !== '[]')).toEqual([]);
    const published = await Promise.all(cultureKinds.map((kind) => publishedDocuments(reader, kind)));
    expect(published.flat().length).toBe(new Set(drafts.map(({ kind, slug }) => `${kind} ${slug}`)).size);
    const issues = published[cultureKinds.indexOf('issue')]!;
    const days = issues.map(({ editions }) => editions[0]!.publishedAt.getTime()).toSorted((a, b) => a - b);
    const between = days.slice(1).map((day, index) => Math.round((day - days[index]!) / 86_400_000));
    expect(between).toEqual(days.slice(1).map(() => 91));
  });

  it('has mailed the last issue: to everybody with an address but one, and one was cut off and settled', async () => {
    const [mailing] = await reader.mailing.findMany({ include: { readers: true } });
    expect(mailing).toMatchObject({ state: 'done', inHours: true });
    const states = mailing!.readers.map(({ state }) => state);
    expect(states.length).toBeGreaterThan(100);
    expect(states.filter((state) => state !== 'sent')).toEqual(['failed']);
    const names = first.events.map(({ name }) => name).filter((name) => name.startsWith('mailing.'));
    const steps = ['planned', 'frozen', 'started', 'finished', 'settled'];
    expect(names).toEqual(steps.map((step) => `mailing.${step}`));
  });

  it('has nobody learn before they came or after they left', () => {
    for (const { employments, readings, completions } of first.people) {
      const { hiredOn, leftOn } = employments[0]!;
      for (const { beganAt } of readings) expect(beganAt.toISOString().slice(0, 10) >= hiredOn).toBe(true);
      for (const { completedOn } of completions) {
        expect(completedOn >= hiredOn && completedOn <= (leftOn ?? today)).toBe(true);
      }
    }
  });

  it('has people at every stage of the Shipping course', () => {
    const shippers = first.people.filter(({ placements }) =>
      ['Shipping', 'Shipping night', 'Returns'].includes(placements[0]!.department.name),
    );
    const done = shippers.filter(({ completions }) =>
      completions.some(({ document }) => document.slug === 'shipping'),
    );
    expect(done.length).toBeGreaterThan(shippers.length / 2);
    expect(done.length).toBeLessThan(shippers.length);
    expect(shippers.some(({ readings }) => readings.length === 0)).toBe(true);
    const going = shippers.filter(({ readings, completions }) => readings.length > completions.length);
    expect(new Set(going.map(({ completions }) => completions.length))).toEqual(new Set([0, 1]));
    const failed = done.filter(({ attempts, completions }) => {
      const own = completions.filter(({ source }) => source === 'self');
      return attempts.length >= own.length;
    });
    expect(failed.length).toBeGreaterThan(2);
  });

  it('has Ben done and told of it, and Ada at the second part of module 2 of her own course', async () => {
    const { id: adaId } = await personOfCast('ada');
    const { id: benId } = await personOfCast('ben');
    const [course] = await reader.document.findMany({ where: { kind: 'course', slug: 'shipping' } });
    expect(await reader.completion.count({ where: { personId: benId, documentId: course!.id } })).toBe(1);
    const kinds = await reader.notice.findMany({
      where: { personId: benId },
      select: { kind: true, seenAt: true },
    });
    expect(kinds.filter(({ kind }) => kind === 'my-course-completed').length).toBeGreaterThan(0);
    expect(kinds.filter(({ kind }) => kind === 'report-course-completed').length).toBeGreaterThan(3);
    expect(kinds.some(({ seenAt }) => seenAt !== null)).toBe(true);
    const readings = await reader.reading.findMany({
      where: { personId: adaId, document: { slug: { startsWith: 'shipping/' } } },
      orderBy: { beganAt: 'asc' },
    });
    expect(readings.map(({ finishedAt }) => finishedAt === null)).toEqual([false, true]);
    const version = await reader.version.findUniqueOrThrow({ where: { id: readings[1]!.versionId } });
    const { parts } = JSON.parse(version.tree) as { parts: { slug: string }[] };
    expect(readings[1]).toMatchObject({ part: parts[1]!.slug, partsRead: parts[0]!.slug });
  });

  it('shows nothing of Shipping to Zed', async () => {
    const { id, placements } = await personOfCast('zed');
    const courses = await readMyCourses(reader, {
      kind: 'person',
      id,
      name: 'Zed Tanaka',
      language: 'en',
      roles: [],
      departmentId: placements[0]!.departmentId,
      function: 'sales',
      headOf: [],
      siteTimeZone: placements[0]!.site.timeZone,
      mustChangePassword: false,
    });
    expect(courses.map(({ slug }) => slug)).not.toContain('shipping');
  });

  it('is the same each time on the same day', async () => {
    await database.close();
    database = await openSample();
    expect(await picture()).toEqual(first);
  }, 120_000);
});
