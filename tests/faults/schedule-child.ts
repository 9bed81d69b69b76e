import { nextRun } from '#app/domain/queue/schedule.ts';
import { scheduleCases } from '../support/schedule-cases.ts';

// A line for every case: the instants of five runs, each planned from the one before.
for (const { zone, fromDay, dailyAt } of scheduleCases()) {
  const instants: Date[] = [];
  let at = new Date(`${fromDay}T00:00:00Z`);
  for (let run = 0; run < 5; run += 1) {
    at = nextRun({ dailyAt }, zone, at);
    instants.push(at);
  }
  process.stdout.write(`${zone} ${instants.map((one) => one.toISOString()).join(' ')}\n`);
}
