import type { PageState } from './every-page.ts';

/** The shipped case that the tests open by its address. */
export const oneCase = { id: 'bay-two-1548', title: 'Bay two, 15:48' };

/** For whoever is signed in: the cases of all kinds of work, and what stands beside them. */
export const casePages: PageState[] = [
  { route: '/cases', at: '/cases' },
  { route: '/cases', at: '/cases?q=sofa+delivry' },
  { route: '/cases', at: '/cases?q=zzzz' },
  { route: '/cases', at: '/cases?function=shipping&standard=stop-it-here' },
  { route: '/cases/:case', at: `/cases/${oneCase.id}` },
  { route: '/glossary', at: '/glossary#handover' },
  { route: '/sources', at: '/sources' },
];
