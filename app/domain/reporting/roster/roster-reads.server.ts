import type { Reader } from '#app/platform/db/database.server.ts';
import { Columns } from './columns.ts';
import type { PersonText } from './pack-person.ts';
import type { PackedPerson, Roster } from './roster.ts';
import { packPerson } from './pack-person.ts';
import { byName, Numbering } from './roster.ts';
import {
  changedSince,
  countVersions,
  newestChange,
  readSites,
  readVersions,
  textsAfter,
  textsOf,
} from './roster.sql.server.ts';

/** By database: for as long as it is open, and the thread that reads it lives. */
const kept = new WeakMap<Reader, Promise<Roster>>();
const atOnce = 1000;
/** With so many more places than are in use the columns are filled anew. */
const wornOut = 2;

const giveWay = () => new Promise((done) => setImmediate(done));

function emptyRoster(change: number): Roster {
  return {
    people: [],
    change,
    columns: new Columns(),
    slots: new Numbering(),
    documents: new Numbering(),
    versions: new Numbering(),
    editions: [],
    departments: new Numbering(),
    sites: new Numbering(),
    timeZones: [],
    sources: new Numbering(),
  };
}

/** Editions and sites: few, and needed to read people. */
async function withSurroundings(db: Reader, roster: Roster): Promise<Roster> {
  const timeZones: string[] = [];
  for (const { id, timeZone } of await readSites(db)) timeZones[roster.sites.numberOf(id)] = timeZone;
  if ((await countVersions(db)) === roster.editions.length) return { ...roster, timeZones };
  const editions: Roster['editions'] = [];
  for (const { id, documentId, language, number } of await readVersions(db)) {
    const document = roster.documents.numberOf(documentId);
    editions[roster.versions.numberOf(id)] = { document, language, number: Number(number) };
  }
  return { ...roster, editions, timeZones };
}

/** The editions are read after the texts: there is none in a text that is not among them. */
async function packed(db: Reader, texts: PersonText[], roster: Roster, change: number) {
  const ready = await withSurroundings(db, roster);
  return { ready, people: texts.map((text) => packPerson(text, ready, change)) };
}

/** Some people alone, anew. */
export async function readSome(db: Reader, ids: string[]): Promise<Roster> {
  const { ready, people } = await packed(db, await textsOf(db, ids), emptyRoster(0), 0);
  return { ...ready, people: people.toSorted(byName) };
}

async function readAll(db: Reader): Promise<Roster> {
  // Before anything else: what changes meanwhile is then read once more.
  let roster = emptyRoster(await newestChange(db));
  const all: PackedPerson[] = [];
  for (let last = ''; ;) {
    const texts = await textsAfter(db, last, atOnce);
    const { ready, people } = await packed(db, texts, roster, roster.change);
    roster = ready;
    for (const person of people) all.push(person);
    if (texts.length < atOnce) return { ...roster, people: all.toSorted(byName) };
    last = texts.at(-1)!.id;
    await giveWay();
  }
}

function isWornOut({ columns, people }: Roster): boolean {
  const rows = columns.completions.count + columns.begun.count;
  const used = people.reduce(
    (sum, { completionsFrom, completionsTo, begunFrom, begunTo }) =>
      sum + completionsTo - completionsFrom + begunTo - begunFrom,
    0,
  );
  return rows > 100_000 && rows > wornOut * used;
}

async function bringUpToDate(db: Reader, known: Roster): Promise<Roster> {
  const change = await newestChange(db);
  if (change === known.change) return withSurroundings(db, known);
  const changed = await changedSince(db, known.change);
  const fresh: PackedPerson[] = [];
  let roster = known;
  for (let from = 0; from < changed.length; from += atOnce) {
    const texts = await textsOf(db, changed.slice(from, from + atOnce));
    const { ready, people } = await packed(db, texts, roster, change);
    roster = ready;
    fresh.push(...people);
    await giveWay();
  }
  const gone = new Set(changed);
  const stayed = roster.people.filter(({ id }) => !gone.has(id));
  const now = { ...roster, change, people: [...stayed, ...fresh].toSorted(byName) };
  return isWornOut(now) ? readAll(db) : now;
}

/** Everybody, as the database has it now. The first time all is read; after that, those whose rows have changed. */
export async function readRoster(db: Reader): Promise<Roster> {
  const before = kept.get(db);
  // One after the other: whoever asks while it is read waits for it, and then looks for what is newer still.
  const now = before
    ? before.then(
        (known) => bringUpToDate(db, known),
        () => readAll(db),
      )
    : readAll(db);
  kept.set(db, now);
  return now;
}
