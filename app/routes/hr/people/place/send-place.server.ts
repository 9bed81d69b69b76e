import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { findColleague } from '#app/domain/people/directory/person-reads.server.ts';
import type { PersonPlace } from '#app/domain/people/staff/placement.ts';
import type { PlacePersonRefusal } from '#app/domain/people/staff/place-person.server.ts';
import type { ReopenPersonRefusal } from '#app/domain/people/staff/reopen-person.server.ts';
import type { Refused, Tx } from '#app/platform/db/database.server.ts';
import { reader, transact } from '#app/platform/db/database.server.ts';
import { parseForm } from '#app/platform/form/parse-form.server.ts';
import { askAgain, refuseAt } from '../../form-answers.ts';
import { findPerson } from '../person/find-person.server.ts';
import { fieldOf, wordPersonChange } from '../person/person-words.ts';
import { placeForm } from './place-form.ts';

type Change = PersonPlace & { personId: string };
type Done = { ok: true } | Refused<PlacePersonRefusal | ReopenPersonRefusal>;

/** Reads where somebody is to work from a day on, and has it done; `saved` is what the person's page then says. */
export async function sendPlace(
  args: ActionFunctionArgs,
  saved: string,
  verb: (tx: Tx, change: Change, fromOn: string) => Promise<Done>,
) {
  const { id: personId } = await findPerson(args);
  const submission = await parseForm(args.request, placeForm);
  if (submission.status !== 'success') return askAgain(submission, wordPersonChange);
  const { manager, fromOn, ...place } = submission.value;
  const managerId = manager ? await findColleague(reader, manager, fromOn) : null;
  if (manager && !managerId) return refuseAt(submission, 'unknown-manager', 'manager', wordPersonChange);
  const done = await transact((tx) => verb(tx, { personId, ...place, managerId }, fromOn));
  if ('refused' in done) {
    return refuseAt(submission, done.refused, fieldOf(done.refused, 'fromOn'), wordPersonChange);
  }
  throw redirect(`/hr/people/${personId}?saved=${saved}`, 303);
}
