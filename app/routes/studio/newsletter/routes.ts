import { route } from '@remix-run/route-config';

const folder = 'routes/studio/newsletter';

export const newsletter = [
  route('studio/issue/:issue/mail', `${folder}/mail.tsx`),
  route('studio/issue/:issue/mail.html', `${folder}/mail-html.ts`),
  route('studio/issue/:issue/readers', `${folder}/readers.tsx`),
];
