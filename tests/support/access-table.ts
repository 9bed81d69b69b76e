import {
  all,
  readOnly,
  everyone,
  signedIn,
  signedInForm,
  redirectedForm,
  nobodys,
  only,
  onlyForm,
  type Row,
} from './access-rows.ts';
import { cultureAccess } from './culture-access.ts';

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

  // The newsletter by mail.
  '/account/mail': signedInForm(),
  // Without a link that is one of ours.
  '/unsubscribe/:token': everyone('not-found', 'not-found'),
  '/unsubscribe/:token/back': everyone('not-found', 'not-found'),
  '/studio/mailings': only('editor'),
  // Without an issue in its address it takes no form.
  '/studio/mailings/new': {
    ...only('editor'),
    change: { ...all('not-found'), anonymous: 'carry' },
  },
  '/studio/mailings/:mailing': only('editor'),
  '/studio/mailings/:mailing/edit': onlyForm('editor'),
  '/studio/mailings/:mailing/test': onlyForm('editor'),
  '/studio/mailings/:mailing/send': onlyForm('editor'),
  '/studio/mailings/:mailing/pause': onlyForm('editor'),
  '/studio/mailings/:mailing/go-on': onlyForm('editor'),
  '/studio/mailings/:mailing/cancel': onlyForm('editor'),
  '/studio/mailings/:mailing/readers': only('editor'),
  '/studio/mailings/:mailing/try-again': onlyForm('editor'),
  '/studio/mailings/:mailing/count-as-sent': onlyForm('editor'),
  '/studio/mailings/:mailing/send-again': onlyForm('editor'),

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

  // Team talks. The plan and the meeting that stand for all are of shipping; who is invited is one of its people.
  '/talks': only('head', 'editor'),
  '/talks/:talk': only('head', 'editor'),
  '/talks/:talk/slides': only('head', 'editor'),
  '/talks/:talk/handout.pdf': only('head', 'editor'),
  '/talks/meetings/:meeting': only('employee', 'head'),
  '/talks/meetings/:meeting.ics': only('employee', 'head'),
  '/team/talks': only('head'),
  '/team/talks/new': onlyForm('head'),
  '/team/talks/:meeting': only('head'),
  '/team/talks/:meeting/change': onlyForm('head'),
  '/team/talks/:meeting/cancel': onlyForm('head'),
  '/team/talks/:meeting/hold': onlyForm('head'),
  '/hr/talks': only('hr'),

  // What was agreed. The one that stands for all is owned by somebody of shipping.
  '/actions': signedIn(),
  '/actions/:action/done': onlyForm('head'),
  '/actions/:action/drop': onlyForm('head'),
  '/actions/:action/reopen': onlyForm('head'),
  '/actions/:action/change': onlyForm('head'),

  // Further tries.
  '/learn/:course/:module/ask-for-try': signedInForm(),
  '/team/tries': only('head'),
  '/team/tries/:request': onlyForm('head'),
  '/hr/tries': only('hr'),
  '/hr/tries/:request': onlyForm('hr'),

  // Slips.
  '/team/people/:person/slip': onlyForm('head'),

  // Monday's five minutes.
  '/team/huddles': only('head'),
  '/team/huddles/:huddle.pdf': only('head'),
  '/team/huddles/:huddle': onlyForm('head'),
  '/team/huddles/:huddle/choose': onlyForm('head'),
  '/huddles/:huddle': only('employee', 'head'),

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

  // What editors write and publish.
  '/studio': only('editor'),
  '/studio/:type/:slug': only('editor'),
  '/studio/:type/:slug/preview': only('editor'),
  '/studio/:type/:slug/publish': onlyForm('editor'),
  '/studio/:type/:slug/withdraw': onlyForm('editor'),

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

  ...cultureAccess,

  // There is no logo.
  '/files/:file': everyone('not-found'),
  // There is no such picture.
  '/pictures/:picture': { get: { ...all('not-found'), anonymous: 'sign-in' }, change: readOnly },
  '/healthz': everyone('ok'),
  '/problem/:kind': everyone('refused'),
  '/*': everyone('not-found', 'not-found'),
};
