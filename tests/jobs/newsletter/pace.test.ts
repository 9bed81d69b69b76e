import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { system } from '#app/domain/actor/actor.ts';
import { startMailing } from '#app/domain/culture/mailings/start-mailing.server.ts';
import { moveClock, underClock } from '#app/platform/clock/clock.server.ts';
import { transact } from '#app/platform/db/database.server.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { planned, publishIssue, sendMailings, started } from '../../support/mailings.ts';
import { patientSettings } from '../../support/outbox.ts';
import { departmentOf, done, foundTestCompany, hire } from '../../support/staff.ts';

let database: TestDatabase;
let server: MailServer;
let place: { departmentId: string; siteId: string };
let issueId: string;

beforeEach(async () => {
  database = await openTestDatabase();
  server = await startMailServer();
  place = { siteId: await foundTestCompany(), departmentId: await departmentOf('Shipping', 'shipping') };
  for (const name of ['Ada', 'Ben', 'Cleo']) await hire({ name, ...place });
  issueId = await publishIssue({ slug: 'june', title: 'June' });
});

afterEach(async () => {
  await server.close();
  await database.close();
});

const send = () => sendMailings(patientSettings(server.url));
const arrivedAt = () => server.received.map(({ to }) => to).toSorted();

describe('time', () => {
  const monday = new Date('2026-03-09T06:00:00Z');

  test('it begins when it was planned for, and keeps its pace', async () => {
    const pace = new Map();
    const round = () => sendMailings(patientSettings(server.url), { pace });
    await underClock(monday, async () => {
      const id = await planned(issueId, { startAt: new Date('2026-03-09T10:00:00Z'), perMinute: 2 });
      await done(transact((tx) => startMailing(tx, system, { mailingId: id })));
      await round();
      expect(server.received).toHaveLength(0);
      const seen: number[] = [];
      for (const second of [0, 10, 29, 30, 59, 60, 120]) {
        moveClock(new Date(Date.parse('2026-03-09T10:00:00Z') + second * 1000));
        await round();
        seen.push(server.received.length);
      }
      expect(seen).toEqual([1, 1, 1, 2, 2, 3, 3]);
    });
  });

  test('a clock that is put back by an hour holds it up for no longer than the pace does', async () => {
    const pace = new Map();
    const round = () => sendMailings(patientSettings(server.url), { pace });
    await underClock(monday, async () => {
      await started(issueId, { perMinute: 2 });
      const seen: number[] = [];
      for (const time of ['10:00:00', '09:00:00', '09:00:29', '09:00:30', '09:00:59', '09:01:00']) {
        moveClock(new Date(`2026-03-09T${time}Z`));
        await round();
        seen.push(server.received.length);
      }
      expect(seen).toEqual([1, 1, 1, 2, 2, 3]);
    });
  });

  test('each gets it within the working hours of their site, and what is late waits for the next day', async () => {
    const rows = [
      ['tokyo', 'Asia/Tokyo'],
      ['new york', 'America/New_York'],
    ] as const;
    for (const [name, timeZone] of rows) {
      const { id: siteId } = await transact((tx) =>
        tx.site.create({
          data: { id: name, name, timeZone, paper: 'a4', daysOff: '6,7', createdAt: monday },
        }),
      );
      await hire({ name: `Of ${name}`, departmentId: place.departmentId, siteId });
    }
    // Monday, 06:00 UTC: at work in Tokyo (15:00), not yet in UTC and New York.
    await underClock(monday, async () => {
      await transact((tx) =>
        tx.holiday.create({ data: { id: 'h', siteId: place.siteId, day: '2026-03-09', name: 'x' } }),
      );
      await started(issueId, { inHours: true });
      await send();
      expect(arrivedAt()).toEqual(['of-tokyo@example.com']);
      moveClock(new Date('2026-03-09T12:00:00Z'));
      await send();
      expect(arrivedAt()).toHaveLength(2);
      // Nobody looked until the evening of the next day: too late for the site that works in UTC.
      moveClock(new Date('2026-03-10T17:00:00Z'));
      await send();
      expect(arrivedAt()).toHaveLength(2);
      moveClock(new Date('2026-03-11T07:59:59Z'));
      await send();
      expect(arrivedAt()).toHaveLength(2);
      moveClock(new Date('2026-03-11T08:00:00Z'));
      await send();
      expect(arrivedAt()).toHaveLength(5);
    });
  });
});
