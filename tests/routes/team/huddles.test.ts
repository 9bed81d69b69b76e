import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mondayOf } from '#app/domain/culture/huddles/week.ts';
import { placeDepartment } from '#app/domain/people/place-department.server.ts';
import { nameDeputy } from '#app/domain/people/departments/name-deputy.server.ts';
import { daysAfter } from '#app/domain/people/iso-date.ts';
import { showTeamHuddles } from '#app/routes/team/huddles/team-huddles.server.ts';
import { system } from '#app/domain/actor/actor.ts';
import { dateIn, underClock } from '#app/platform/clock/clock.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { loader as read } from '#app/routes/culture/huddles/huddle.tsx';
import { action as take, loader as offered } from '#app/routes/team/huddles/choose.tsx';
import { loader as pdf } from '#app/routes/team/huddles/print/huddle-pdf.ts';
import { action as hold, loader as show } from '#app/routes/team/huddles/huddle.tsx';
import { loader as list } from '#app/routes/team/huddles/huddles.tsx';
import { loader as team } from '#app/routes/team/team.tsx';
import { canaryCompany, type CanaryCompany } from '../../support/canary-company.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { holdLastWeeks, noonOf } from '../../support/huddles.ts';
import { pdfFacts } from '../../support/pdf-facts.ts';
import { openPrinting } from '../../support/printing.ts';
import { actorOf, done, hire } from '../../support/staff.ts';
import { ask, configureCookies, replyOf } from '../ask.ts';

let database: TestDatabase;
let company: CanaryCompany;
let mine: string;
let theirs: string;
let past: string;

const monday = mondayOf(dateIn('UTC'));

beforeAll(async () => {
  configureCookies();
  database = await openTestDatabase();
  company = await canaryCompany(database.folder);
  await openPrinting(database.folder);
  const { people, departmentIds } = company;
  past = await holdLastWeeks(departmentIds.shipping!, people.head, [people.employee]);
  const idOf = async (departmentId: string) =>
    (await reader.huddle.findFirstOrThrow({ where: { departmentId, mondayOn: monday } })).id;
  [mine, theirs] = [await idOf(departmentIds.shipping!), await idOf(departmentIds.sales!)];
}, 60_000);

afterAll(() => database.close());

const asHead = (huddle: string) => ({ as: company.people.head, params: { huddle } });
const told = () => reader.huddleHeld.count();
const at = (huddle: string) => `/team/huddles/${huddle}`;

describe('of another department', () => {
  test('a head sees and changes nothing', async () => {
    const before = await told();
    const form = { heldOn: monday, people: [company.canaryIds.sales!] };
    for (const id of [theirs, 'none']) {
      for (const loader of [show, offered, pdf, read])
        expect((await ask(loader, at(id), asHead(id))).status).toBe(404);
      expect((await ask(hold, at(id), { ...asHead(id), form })).status).toBe(404);
      expect((await ask(take, at(id), { ...asHead(id), form: { sheet: 'x' } })).status).toBe(404);
    }
    expect(await told()).toBe(before);
    expect(await reader.huddleChoice.count({ where: { huddleId: theirs } })).toBe(0);
  });

  test('nobody reads the sheet, with the code or without', async () => {
    const { people, canaryIds } = company;
    const asked = (as: string, huddle: string) => ask(read, `/huddles/${huddle}`, { as, params: { huddle } });
    expect((await asked(people.employee, mine)).status).toBe(200);
    expect((await asked(people.head, mine)).status).toBe(200);
    expect((await asked(canaryIds.sales!, theirs)).status).toBe(200);
    for (const other of [canaryIds.sales!, people.hr, people.editor, people.admin])
      expect((await asked(other, mine)).status).toBe(404);
    expect((await asked(people.employee, theirs)).status).toBe(404);
  });
});

describe('a head', () => {
  test('finds this week’s sheet, the ones before with who took part, and the last day on the team’s page', async () => {
    const { data } = (await ask(list, '/team/huddles', { as: company.people.head })) as {
      data: Awaited<ReturnType<typeof list>>;
    };
    expect(data.thisWeek.map(({ id }) => id)).toEqual([mine]);
    expect(data.past.map(({ id, took }) => [id, took])).toEqual([[past, ['Emma Employee']]]);
    const page = (await ask(team, '/team', { as: company.people.head })).data as {
      monday: { huddles: { id: string }[]; last: string | null };
    };
    expect(page.monday.huddles.map(({ id }) => id)).toEqual([mine]);
    expect(page.monday.last).not.toBeNull();
  });

  test('is asked once more for what is missing, with what was ticked, and nothing is written', async () => {
    const before = await told();
    const send = (form: Record<string, string | string[]>) => ask(hold, at(mine), { ...asHead(mine), form });
    const ids = [company.people.employee];
    const wrong = [
      [{ people: ids }, 'heldOn'],
      [{ heldOn: 'soon', people: ids }, 'heldOn'],
      [{ heldOn: '2999-01-01', people: ids }, 'heldOn'],
      [{ heldOn: monday }, 'people'],
      [{ heldOn: monday, people: [...ids, company.people.hr] }, 'people'],
    ] as const;
    for (const [form, field] of wrong) {
      const answer = await send(form as never);
      expect(answer.status).toBe(422);
      expect(Object.keys(replyOf(answer).errors)).toEqual([field]);
    }
    expect((await send({ heldOn: monday, people: ids, toldById: 'x' })).status).toBe(422);
    expect(await told()).toBe(before);
  });

  test('is told whom the form ticked and who was not there yet on the day that is said', async () => {
    const { departmentIds, siteId } = company;
    const [tuesday, wednesday] = [daysAfter(monday, 1), daysAfter(monday, 2)];
    const newcomer = await hire({ name: 'Nia New', departmentId: departmentIds.shipping!, siteId });
    await transact((tx) =>
      tx.employment.updateMany({ where: { personId: newcomer }, data: { hiredOn: wednesday } }),
    );
    const form = { heldOn: tuesday, people: [company.people.employee, newcomer] };
    const sent = await underClock(noonOf(wednesday), () => ask(hold, at(mine), { ...asHead(mine), form }));
    expect(sent.status).toBe(422);
    expect(JSON.stringify(replyOf(sent).errors)).toMatch(/Nia New: not in this department on that day/);
    await transact((tx) =>
      tx.employment.updateMany({ where: { personId: newcomer }, data: { leftOn: wednesday } }),
    );
  });

  test('finds on the team’s page the week that it is where the department works', async () => {
    const { departmentIds, people } = company;
    const [earlier, later] = ['2027-02-01', '2027-02-08'];
    const { documentId, versionId } = await reader.huddle.findUniqueOrThrow({ where: { id: mine } });
    for (const mondayOn of [earlier, later]) {
      const sheet = { documentId, versionId, createdAt: new Date() };
      const week = { departmentId: departmentIds.shipping!, mondayOn, timeZone: 'Pacific/Auckland' };
      await transact((tx) => tx.huddle.create({ data: { id: `far${mondayOn}`, ...week, ...sheet } }));
    }
    const head = { ...(await actorOf(people.head)), headOf: [departmentIds.shipping!], siteTimeZone: 'UTC' };
    const idsAt = (when: string) =>
      underClock(new Date(when), async () => (await showTeamHuddles(head, 'en')).huddles.map(({ id }) => id));
    expect(await idsAt('2027-02-07T10:00:00Z')).toEqual([`far${earlier}`]);
    expect(await idsAt('2027-02-07T12:00:00Z')).toEqual([`far${later}`]);
  });

  test('takes another sheet, but none that is not offered', async () => {
    const { documentId } = await reader.huddle.findUniqueOrThrow({ where: { id: mine } });
    const send = (form: Record<string, string>) => ask(take, `${at(mine)}/choose`, { ...asHead(mine), form });
    expect((await send({})).status).toBe(422);
    expect((await send({ sheet: company.officeId })).status).toBe(422);
    expect(await send({ sheet: documentId })).toMatchObject({
      status: 303,
      location: `${at(mine)}?done=chosen`,
    });
    const { data } = await ask(offered, `${at(mine)}/choose`, asHead(mine));
    const { sheets } = data as { sheets: { documentId: string; why: string }[] };
    expect(sheets.map((sheet) => sheet.documentId)).toEqual([documentId]);
    for (const { why } of sheets) expect(why).not.toMatch(/\d+ (of|%)|%/);
  });

  test('prints it as two tagged pages with its code', async () => {
    const { response } = await ask(pdf, `${at(mine)}.pdf`, asHead(mine));
    expect(response!.headers.get('Content-Type')).toBe('application/pdf');
    const text = Buffer.from(await response!.arrayBuffer()).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/MediaBox [0 0 419.5');
  });

  test('prints it twice on a whole sheet, which is read aloud once', async () => {
    const { response } = await ask(pdf, `${at(mine)}.pdf?two=side-by-side`, asHead(mine));
    const facts = await pdfFacts(Buffer.from(await response!.arrayBuffer()));
    expect(facts).toMatchObject({ pages: 2, size: [839, 595], tagged: true });
    expect(facts.roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(await ask(pdf, `${at(mine)}.pdf?two=2`, asHead(mine))).toMatchObject({ status: 404 });
  });

  test('says who took part; then it stands there, and can be corrected for the rest of the day', async () => {
    const noon = new Date(`${monday}T12:00:00Z`);
    const form = (people: string[]) => ({ heldOn: monday, people });
    const { employee, head } = company.people;
    const send = (people: string[]) => ask(hold, at(mine), { ...asHead(mine), form: form(people) });
    // In the week itself, whatever day it is today.
    await underClock(noon, async () => {
      expect(await send([employee, head])).toMatchObject({ status: 303, location: `${at(mine)}?done=held` });
      const { data } = await ask(show, at(mine), asHead(mine));
      expect(data).toMatchObject({ state: 'told', showsForm: false });
      expect((await ask(offered, `${at(mine)}/choose`, asHead(mine))).location).toBe(at(mine));
      const again = await ask(show, `${at(mine)}?correct=1`, asHead(mine));
      expect(again.data).toMatchObject({ showsForm: true });
      expect((await send([employee])).status).toBe(303);
    });
    await underClock(new Date(noon.getTime() + 86_400_000), async () => {
      const late = await send([head]);
      expect(late.status).toBe(422);
      const { data } = await ask(show, `${at(mine)}?correct=1`, asHead(mine));
      expect(data).toMatchObject({
        state: 'held',
        showsForm: false,
        attendance: { took: ['Emma Employee'] },
      });
    });
  });
});

test('a deputy leads while they are one, and no longer', async () => {
  const { departmentIds, people } = company;
  const today = dateIn('UTC');
  const deputy = {
    departmentId: departmentIds.sales!,
    personId: people.editor,
    fromOn: today,
    untilOn: today,
  };
  expect((await ask(show, at(theirs), { as: people.editor, params: { huddle: theirs } })).status).toBe(404);
  await done(transact((tx) => nameDeputy(tx, system, deputy)));
  expect((await ask(show, at(theirs), { as: people.editor, params: { huddle: theirs } })).status).toBe(200);
  const without = { departmentId: departmentIds.shipping!, parentId: null, headId: null, fromOn: today };
  await done(transact((tx) => placeDepartment(tx, system, without as never)));
  expect((await ask(show, at(mine), asHead(mine))).status).toBe(404);
});
