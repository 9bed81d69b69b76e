// Posters in the printing thread, against the barest sheet and the barest picture in the same run, and what five hundred
// of them leave in memory. Reports, never judges.
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { askThread } from '#app/platform/thread/thread.server.ts';
import { posterSizes } from '#app/ui/print/poster/poster-size.ts';
import type { PosterWords } from '#app/ui/print/poster/poster-words.ts';
import { posterTemplates } from '#app/ui/print/poster/poster-words.ts';
import { posterOf, posterVoices } from '../tests/support/poster-words.ts';
import { bundleThreads } from '../tests/support/threads.ts';
import { machineFacts, median, percentile, table, writeReport } from './report.ts';

type Settings = { rounds: number; write: boolean };
type Options = { size: string; way: string; as: string };

const inMemory = 500;
const warmUp = 40;
const say = (text: string) => process.stderr.write(`${text}\n`);
const mega = (bytes: number) => bytes / 1024 / 1024;

const all: PosterWords[] = posterTemplates.flatMap((template) =>
  posterVoices.map((voice) => posterOf(template, voice)),
);

/** None is made twice in a row, so nothing is remembered from the one before. */
async function makeEach(options: Options): Promise<number[]> {
  const times: number[] = [];
  for (const words of all) {
    const started = performance.now();
    const made = await askThread<{ ok: true } | { refused: string }>('printing', 'poster', {
      words,
      options,
    });
    times.push(performance.now() - started);
    if ('refused' in made) throw new Error(`${words.title}: ${made.refused}`);
  }
  return times;
}

/** One word on a page of the same size, by the same typesetter and as many times. */
async function bareEach(
  task: 'pdf' | 'png',
  [width, height]: [number, number],
  dots: number,
): Promise<number[]> {
  const times: number[] = [];
  for (const { title } of all) {
    const sheet = {
      template: `#set document(title: json(bytes(sys.inputs.data)).title)
#set page(width: ${width}mm, height: ${height}mm)
#set text(font: "Fraunces", size: 40pt)
#json(bytes(sys.inputs.data)).title`,
      data: { title },
    };
    const started = performance.now();
    await askThread('printing', task, task === 'pdf' ? sheet : { sheet, width: dots });
    times.push(performance.now() - started);
  }
  return times;
}

const kinds: { what: string; options: Options; bare: () => Promise<number[]> }[] = [
  {
    what: 'PDF, A4',
    options: { size: 'a4', way: 'upright', as: 'pdf' },
    bare: () => bareEach('pdf', [210, 297], 0),
  },
  {
    what: 'PDF, A3 for a print shop',
    options: { size: 'a3', way: 'across', as: 'print-shop' },
    bare: () => bareEach('pdf', [442, 319], 0),
  },
  {
    what: 'PDF, banner',
    options: { size: 'banner', way: 'upright', as: 'pdf' },
    bare: () => bareEach('pdf', [850, 2000], 0),
  },
  {
    what: 'PNG, 1920 × 1080',
    options: { size: 'screen-wide', way: 'across', as: 'png' },
    bare: () => bareEach('png', [508, 285.75], 1920),
  },
  {
    what: 'PNG of an A4',
    options: { size: 'a4', way: 'upright', as: 'png' },
    bare: () => bareEach('png', [210, 297], 1131),
  },
];

/** Resident, in megabytes, before and after each hundred. */
async function memoryOf(): Promise<number[]> {
  const samples: number[] = [];
  for (let count = 0; count <= inMemory; count += 1) {
    if (count % 100 === 0) {
      await wait(500);
      samples.push(mega(process.memoryUsage.rss()));
    }
    const size = posterSizes[count % posterSizes.length]!;
    const as = ['pdf', 'png', 'print-shop', 'svg'][count % 4];
    const options = { size: size.format, way: size.way, as };
    await askThread('printing', 'poster', { words: all[(count * 7) % all.length], options });
  }
  return samples;
}

export async function measurePosters({ rounds, write }: Settings): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const threads = await bundleThreads();
  try {
    say('Warming up.');
    for (const words of all.slice(0, warmUp))
      await askThread('printing', 'poster', { words, options: kinds[3]!.options });
    const rows: string[][] = [];
    for (const { what, options, bare } of kinds) {
      const times: number[] = [];
      const ratios: number[] = [];
      let used = 0;
      for (let round = 0; round < rounds; round += 1) {
        const before = process.cpuUsage();
        const made = await makeEach(options);
        const { user, system } = process.cpuUsage(before);
        used += (user + system) / 1000 / made.length / rounds;
        const floor = await bare();
        times.push(...made);
        ratios.push(median(made) / median(floor));
      }
      const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
      rows.push([
        what,
        (1000 / mean).toFixed(0),
        median(times).toFixed(0),
        percentile(times, 0.99).toFixed(0),
        Math.max(...times).toFixed(0),
        used.toFixed(0),
        median(ratios).toFixed(1),
      ]);
      say(rows.at(-1)!.join('  '));
    }
    say(`Making ${inMemory} more, for the memory that stays.`);
    const memory = await memoryOf();
    const report = [
      `${machineFacts(loadBefore)} Every template in five kinds of words, ${rounds} rounds; one at a time, in the printing thread.`,
      table(
        ['', 'a second', 'p50 ms', 'p99 ms', 'most ms', 'ms of processor', ': one word on a bare page'],
        rows,
      ),
      `Resident after the above, and after each hundred of ${inMemory} more: ${memory.map((size) => size.toFixed(0)).join(', ')} MB.`,
    ].join('\n\n');
    console.log(report);
    if (write) await writeReport(report, 'posters');
  } finally {
    await threads.remove();
  }
}
