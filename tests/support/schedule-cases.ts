export type ScheduleCase = {
  zone: string;
  name: string;
  fromDay: string;
  dailyAt: string;
  days: number;
  /** Where the day has no such time: when it runs instead. */
  shifted?: string;
};

/** A gap and a fold of each zone that has them, on the wall clock; São Paulo had its last ones in 2018 and 2019. */
const changes: { zone: string; gap?: [string, string, string]; fold?: [string, string] }[] = [
  { zone: 'Europe/Berlin', gap: ['2026-03-29', '02:30', '03:30'], fold: ['2026-10-25', '02:30'] },
  { zone: 'America/New_York', gap: ['2026-03-08', '02:30', '03:30'], fold: ['2026-11-01', '01:30'] },
  { zone: 'Europe/London', gap: ['2026-03-29', '01:30', '02:30'], fold: ['2026-10-25', '01:30'] },
  { zone: 'America/Sao_Paulo', gap: ['2018-11-04', '00:30', '01:30'], fold: ['2019-02-16', '23:30'] },
  { zone: 'Asia/Kolkata' },
  { zone: 'Australia/Lord_Howe', gap: ['2026-10-04', '02:10', '02:40'], fold: ['2026-04-05', '01:45'] },
  { zone: 'Pacific/Kiritimati' },
  { zone: 'UTC' },
];

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Eight zones, each over a gap, a fold, a leap day, a month's end and a year's end. */
export function scheduleCases(): ScheduleCase[] {
  return changes.flatMap(({ zone, gap, fold }) => {
    const plain = (name: string, fromDay: string, dailyAt: string) => ({
      zone,
      name,
      fromDay,
      dailyAt,
      days: 3,
    });
    return [
      gap
        ? { ...plain('over a gap', dayBefore(gap[0]), gap[1]), shifted: `${gap[0]}T${gap[2]}` }
        : plain('where others have a gap', '2026-03-28', '02:30'),
      fold
        ? plain('over a fold', dayBefore(fold[0]), fold[1])
        : plain('where others have a fold', '2026-10-24', '02:30'),
      plain('over a leap day', '2028-02-28', '03:30'),
      plain('over a February without one', '2027-02-27', '23:59'),
      plain('over the end of a month', '2026-04-29', '00:00'),
      plain('over the end of a year', '2026-12-30', '04:10'),
    ];
  });
}
