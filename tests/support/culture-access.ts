import {
  some,
  everyone,
  signedIn,
  signedInForm,
  redirectedFile,
  only,
  onlyForm,
  type Row,
} from './access-rows.ts';

/** Of the newsletter, the posters and the screens. */
export const cultureAccess: Record<string, Row> = {
  // Posters, and the screens that show them to everybody with the address.
  '/posters': signedIn(),
  '/posters/chosen.zip': redirectedFile(),
  '/posters/:poster.pdf': signedIn(),
  '/posters/:poster.png': signedIn(),
  '/posters/:poster': signedIn(),
  '/screen/:token': everyone('ok'),
  '/screen/:token/slides.json': everyone('ok'),
  '/screen/:token/:poster.png': everyone('ok'),
  '/studio/screens': only('editor'),
  '/studio/screens/new': onlyForm('editor'),
  '/studio/screens/:screen.zip': only('editor'),
  '/studio/screens/:screen': only('editor'),
  '/studio/screens/:screen/edit': onlyForm('editor'),
  '/studio/screens/:screen/address': onlyForm('editor'),
  '/studio/screens/:screen/remove': onlyForm('editor'),
  '/studio/poster/:poster/preview.png': only('editor'),
  // A form without a site is for none.
  '/team/posters': { get: only('head').get, change: some([], 'carry') },
  '/team/posters/:site/:poster/hang': onlyForm('head'),
  '/team/posters/:site/:poster/take-down': onlyForm('head'),
  // Newsletter.
  '/newsletter': signedIn(),
  '/newsletter/:issue.pdf': signedIn(),
  '/newsletter/:issue': signedIn(),
  '/newsletter/:issue/wall.pdf': signedIn(),
  '/newsletter/:issue/opinion': signedInForm(),
  // There is no such picture in any mail.
  '/mail-pictures/:picture': everyone('not-found'),
  '/studio/issue/:issue/mail': only('editor'),
  '/studio/issue/:issue/mail.html': only('editor'),
  '/studio/issue/:issue/readers': only('editor'),

  '/privacy': everyone('ok'),
};
