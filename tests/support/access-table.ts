export const roles = ['anonymous', 'employee', 'head', 'editor', 'hr', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What a request comes to: its page or its effect; the sign-in page; the sign-in form with what was typed; 404;
 * another page; 405; 409, since what it is about is over; or a page that says why a request was refused.
 */
export type Outcome =
  'ok' | 'sign-in' | 'carry' | 'not-found' | 'redirect' | 'no-method' | 'over' | 'refused';

type ByRole = Record<Role, Outcome>;

/** `change` stands for POST, PUT, PATCH and DELETE alike. */
export type Row = { get: ByRole; change: ByRole };

const all = (outcome: Outcome): ByRole => ({
  anonymous: outcome,
  employee: outcome,
  head: outcome,
  editor: outcome,
  hr: outcome,
  admin: outcome,
});

type Named = Exclude<Role, 'anonymous'>;

/** Some may; the others, once signed in, do not know that it is there. */
function some(allowed: readonly Named[], stranger: Outcome): ByRole {
  const may = Object.fromEntries(allowed.map((role) => [role, 'ok' as const]));
  return { ...all('not-found'), anonymous: stranger, ...may };
}

const readOnly = all('no-method');

/** The same for all, signed in or not. */
const everyone = (get: Outcome, change: Outcome = 'no-method'): Row => ({
  get: all(get),
  change: all(change),
});
/** For whoever is signed in: a page to read, and one with a form. */
const signedIn = (): Row => ({ get: { ...all('ok'), anonymous: 'sign-in' }, change: readOnly });
const signedInForm = (): Row => ({ ...signedIn(), change: { ...all('ok'), anonymous: 'carry' } });
/** For some: a page to read, and one with a form. */
const only = (...allowed: Named[]): Row => ({ get: some(allowed, 'sign-in'), change: readOnly });
const onlyForm = (...allowed: Named[]): Row => ({ ...only(...allowed), change: some(allowed, 'carry') });

/** Every route, as the company stands that `canary-company.ts` makes: founded, and no sample. */
export const accessTable: Record<string, Row> = {
  '/first-run': everyone('redirect'),
  '/first-run/company': everyone('redirect', 'redirect'),
  '/first-run/sample': everyone('redirect', 'redirect'),
  '/sample': everyone('not-found', 'not-found'),
  '/sign-in': { get: { ...all('redirect'), anonymous: 'ok' }, change: all('ok') },
  '/sign-out': { get: { ...all('ok'), anonymous: 'sign-in' }, change: all('ok') },
  '/password': signedInForm(),

  // My account.

  // Second factor and shared tablets.

  '/': signedIn(),
  '/notices': signedInForm(),
  '/learn': signedIn(),
  '/learn/:course': signedIn(),
  '/learn/:course/:module': signedInForm(),
  '/learn/:course/:module/commitment': signedInForm(),
  '/learn/:course/:module/attempt': signedInForm(),
  '/learn/:course/:module/quiz': signedInForm(),
  '/learn/:course/:module/answers': {
    get: { ...all('redirect'), anonymous: 'sign-in' },
    change: { ...all('over'), anonymous: 'carry' },
  },
  '/learn/:course/:module/result': signedIn(),

  '/team': only('head'),

  // Slips.

  '/hr': only('hr', 'admin'),
  '/hr/people': only('hr', 'admin'),
  '/hr/people/new': onlyForm('hr', 'admin'),
  '/hr/people/:person/added': only('hr', 'admin'),
  // One person.

  '/hr/departments': only('hr', 'admin'),
  '/hr/departments/new': onlyForm('hr', 'admin'),
  '/hr/departments/:department': onlyForm('hr', 'admin'),
  // Sites.

  '/hr/completions': only('hr'),
  '/hr/completions.csv': only('hr'),

  // Company and roles.

  // Jobs and mail.

  // Audit trail.

  '/healthz': everyone('ok'),
  '/problem/:kind': everyone('refused'),
  '/*': everyone('not-found', 'not-found'),
};
