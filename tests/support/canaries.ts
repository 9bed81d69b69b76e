import type { Role } from './access-rows.ts';

export const departments = ['shipping', 'finance', 'sales'] as const;
export type Place = (typeof departments)[number];
type Kind =
  'person' | 'email' | 'number' | 'job' | 'department' | 'course' | 'module' | 'text' | 'promise' | 'why';

/** A string that occurs nowhere but in what it names. */
export const canary = (place: Place, kind: Kind) => `canary${place}${kind}`;

const onesOf = (place: Place, ...kinds: Kind[]) => kinds.map((kind) => canary(place, kind));
const everywhere = (...kinds: Kind[]) => departments.flatMap((place) => onesOf(place, ...kinds));

const allKinds: Kind[] = [
  'person',
  'email',
  'number',
  'job',
  'department',
  'course',
  'module',
  'text',
  'promise',
  'why',
];
export const allCanaries = everywhere(...allKinds);

const texts: Kind[] = ['course', 'module', 'text'];
const aboutPeople: Kind[] = ['person', 'email', 'number', 'job', 'department'];

/** What each role may come across. The employee and the head work in shipping, the others in the office. */
const visible: Record<Role, string[]> = {
  anonymous: [],
  employee: onesOf('shipping', ...texts),
  head: onesOf('shipping', ...texts, 'person', 'department'),
  editor: everywhere(...texts),
  hr: everywhere(...aboutPeople, 'course', 'module'),
  // The audit trail names the editions that were published; what anybody took of them it does not.
  admin: everywhere(...aboutPeople, 'course', 'module'),
};

/** A slip says what its bearer signs in with, to whoever prints it. */
const onSlips = onesOf('shipping', 'email', 'number');

/** A certificate says whose it is and for what, to whoever has its code. */
const onCertificates = onesOf('shipping', 'person', 'course');
/** And to HR, all that is printed on it. */
const onSheets = onesOf('shipping', 'module');

/** Who is invited to a talk sees who else is, and of which department it is. */
const onInvitations = onesOf('shipping', 'person', 'department');

/** What a page allows beyond the rest. */
function alsoOn(role: Role, path: string): string[] {
  if (path.startsWith('/talks/meetings/')) return onInvitations;
  if (path.endsWith('/slip')) return onSlips;
  if (/^\/studio\/screens\/(new|[^/]+\/edit)$/.test(path)) return everywhere('department');
  // Readers are counted by department.
  if (path.endsWith('/readers')) return everywhere('department');
  // Who sends the newsletter chooses departments, and sees whose eyes a test has and who could not be reached.
  if (role === 'editor' && path.startsWith('/studio/mailings')) return everywhere('person', 'department');
  if (!/\/certificates\/./.test(path)) return [];
  return role === 'hr' ? [...onCertificates, ...onSheets] : onCertificates;
}

/** Whatever a role may not see and sees in a text, which a page may allow more of. */
export function strayCanaries(role: Role, text: string, path = ''): string[] {
  const allowed = [...visible[role], ...alsoOn(role, path)];
  return allCanaries.filter((token) => text.includes(token) && !allowed.includes(token));
}
