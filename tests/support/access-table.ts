export const roles = ['anonymous', 'employee', 'head', 'editor', 'hr', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What a request comes to: its page or its effect; the sign-in page; the sign-in form with what was typed; 404;
 * another page; 405; 409, since what it is about is over; or a page that says why a request was refused.
 */
export type Outcome =
  'ok' | 'sign-in' | 'carry' | 'not-found' | 'redirect' | 'no-method' | 'over' | 'refused';

type ByRole = Record<Role, Outcome>;

/** `change` stands for POST, PUT, PATCH and DELETE alike; of these, the server lets POST alone come as far. */
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
/** For whoever is signed in, but it leads elsewhere as long as there is nothing to do. */
const redirectedForm = (): Row => ({
  get: { ...all('redirect'), anonymous: 'sign-in' },
  change: { ...all('ok'), anonymous: 'carry' },
});
/** For whose it is alone, which is none of these. */
const nobodys = (): Row => ({
  get: { ...all('not-found'), anonymous: 'sign-in' },
  change: { ...all('not-found'), anonymous: 'carry' },
});
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
  '/forgot': everyone('ok', 'ok'),
  '/forgot/sent': everyone('ok'),
  // Without a link that opens something.
  '/welcome': everyone('not-found', 'not-found'),
  '/reset': everyone('not-found', 'not-found'),
  '/code': everyone('ok', 'ok'),
  '/code/password': everyone('redirect', 'ok'),

  // My account.
  '/account': signedIn(),
  '/account/sessions': signedIn(),
  '/account/sessions/end-all': { get: { ...all('ok'), anonymous: 'sign-in' }, change: all('ok') },
  // Of a sign-in that is not one's own.
  '/account/sessions/:session/end': nobodys(),

  // Second factor and shared tablets.
  '/sign-in/code': everyone('redirect', 'ok'),
  '/account/second-factor': signedIn(),
  '/account/second-factor/set-up': signedInForm(),
  '/account/second-factor/confirm': redirectedForm(),
  '/account/second-factor/codes': redirectedForm(),
  '/account/second-factor/off': redirectedForm(),
  '/account/pin': signedInForm(),
  '/account/pin/off': redirectedForm(),
  '/tablet': everyone('ok'),
  '/tablet/set-up': onlyForm('head', 'hr', 'admin'),
  '/tablet/awake': { get: { ...all('not-found'), anonymous: 'sign-in' }, change: readOnly },
  '/tablet/number': everyone('not-found', 'not-found'),
  '/tablet/:person': everyone('not-found', 'not-found'),
  '/hr/tablets': only('hr', 'admin'),
  '/hr/tablets/:tablet/revoke': onlyForm('hr', 'admin'),
  '/hr/people/:person/second-factor-off': onlyForm('hr', 'admin'),
  '/hr/people/:person/pin-off': onlyForm('hr', 'admin'),

  '/': signedIn(),
  '/notices': signedInForm(),
  '/learn': signedIn(),
  '/learn/:course': signedIn(),
  '/learn/:course/:module': signedInForm(),
  '/learn/:course/:module/commitment': signedInForm(),
  // Reading: languages, print, size of the text.
  '/learn/:course/:module/language': signedInForm(),
  '/learn/:course/:module/print': signedIn(),
  '/reading/text-size': signedInForm(),
  '/learn/:course/:module/attempt': signedInForm(),
  '/learn/:course/:module/quiz': signedInForm(),
  '/learn/:course/:module/answers': {
    get: { ...all('redirect'), anonymous: 'sign-in' },
    change: { ...all('over'), anonymous: 'carry' },
  },
  '/learn/:course/:module/result': signedIn(),

  // Commitments, and what changed.
  '/commitments': signedIn(),
  // Of a commitment that is not one's own.
  '/commitments/:commitment': nobodys(),
  '/commitments/:commitment/later': nobodys(),
  '/commitments/:commitment/drop': nobodys(),
  '/learn/:course/:module/changes': signedInForm(),
  // Cases, glossary, sources.
  '/cases': signedIn(),
  '/cases/:case': signedIn(),
  '/glossary': signedIn(),
  '/sources': signedIn(),
  // Certificates. The one that stands for all is somebody else's, and the company lets everybody look codes up.
  '/certificates': signedIn(),
  '/certificates/:code.pdf': only('hr'),
  '/certificates/:code': everyone('ok'),
  '/hr/certificates': only('hr'),
  '/hr/certificates/:code/revoke': onlyForm('hr', 'admin'),
  '/hr/certificates/:code/erase': onlyForm('hr', 'admin'),

  '/team': only('head'),

  // Further tries.
  '/learn/:course/:module/ask-for-try': signedInForm(),
  '/team/tries': only('head'),
  '/team/tries/:request': onlyForm('head'),
  '/hr/tries': only('hr'),
  '/hr/tries/:request': onlyForm('hr'),

  // Slips.
  '/team/people/:person/slip': onlyForm('head'),

  '/hr': only('hr', 'admin'),
  '/hr/people': only('hr', 'admin'),
  '/hr/people/new': onlyForm('hr', 'admin'),
  '/hr/people/:person/added': only('hr', 'admin'),
  '/hr/people/:person/invitation': onlyForm('hr', 'admin'),
  '/hr/people/:person/slip': onlyForm('hr', 'admin'),
  // One person.
  '/hr/people/:person': only('hr', 'admin'),
  '/hr/people/:person/edit': onlyForm('hr', 'admin'),
  '/hr/people/:person/move': onlyForm('hr', 'admin'),
  '/hr/people/:person/close': onlyForm('hr', 'admin'),
  '/hr/people/:person/stay': onlyForm('hr', 'admin'),
  '/hr/people/:person/reopen': onlyForm('hr', 'admin'),

  '/hr/departments': only('hr', 'admin'),
  '/hr/departments/new': onlyForm('hr', 'admin'),
  '/hr/departments/:department': only('hr', 'admin'),
  '/hr/departments/:department/edit': onlyForm('hr', 'admin'),
  '/hr/departments/:department/place': onlyForm('hr', 'admin'),
  '/hr/departments/:department/close': onlyForm('hr', 'admin'),
  '/hr/departments/:department/reopen': onlyForm('hr', 'admin'),
  '/hr/departments/:department/deputies/new': onlyForm('hr', 'admin'),
  '/hr/departments/:department/deputies/:deputyship/end': onlyForm('hr', 'admin'),
  // Sites.
  '/hr/sites': only('hr', 'admin'),
  '/hr/sites/new': onlyForm('hr', 'admin'),
  '/hr/sites/:site': onlyForm('hr', 'admin'),
  '/hr/sites/:site/close': onlyForm('hr', 'admin'),
  '/hr/sites/:site/reopen': onlyForm('hr', 'admin'),
  '/hr/sites/:site/holidays': onlyForm('hr', 'admin'),
  '/hr/sites/:site/holidays/:holiday/remove': onlyForm('hr', 'admin'),

  '/hr/completions': only('hr'),
  '/hr/completions.csv': only('hr'),
  '/hr/completions.xlsx': only('hr'),
  '/hr/courses': only('hr', 'editor'),
  '/hr/courses/:course': only('hr', 'editor'),

  // Company and roles.
  '/admin': only('admin'),
  '/admin/company': onlyForm('admin'),
  '/admin/company/logo': onlyForm('admin'),
  '/admin/company/logo/remove': onlyForm('admin'),
  '/admin/roles': only('hr', 'admin'),
  '/admin/roles/new': onlyForm('hr', 'admin'),
  // HR gives and takes the role of an editor, and knows of no other.
  '/admin/roles/:grant/take': onlyForm('hr', 'admin'),

  // Jobs and mail.
  '/admin/jobs': only('admin'),
  '/admin/jobs/reactions/:reaction/:seq/run-again': onlyForm('admin'),
  '/admin/jobs/recurring/:job/run-now': onlyForm('admin'),
  '/admin/mailbox': only('admin'),
  '/admin/mailbox/:mail': only('admin'),
  '/admin/mailbox/:mail/send-again': onlyForm('admin'),

  // Audit trail.
  '/admin/audit': only('admin'),
  '/admin/audit/check': onlyForm('admin'),
  '/admin/backups': only('admin'),
  '/admin/backups/new': onlyForm('admin'),

  '/privacy': everyone('ok'),
  // There is no logo.
  '/files/:file': everyone('not-found'),
  // There is no such picture.
  '/pictures/:picture': { get: { ...all('not-found'), anonymous: 'sign-in' }, change: readOnly },
  '/healthz': everyone('ok'),
  '/problem/:kind': everyone('refused'),
  '/*': everyone('not-found', 'not-found'),
};
