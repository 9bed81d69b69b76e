import { route } from '@remix-run/route-config';

const folder = 'routes/culture/newsletter';

export const newsletter = [
  route('newsletter', `${folder}/archive.tsx`),
  route('newsletter/:issue.pdf', `${folder}/issue-pdf.ts`),
  route('newsletter/:issue', `${folder}/issue.tsx`),
  route('newsletter/:issue/wall.pdf', `${folder}/wall-pdf.ts`),
  route('newsletter/:issue/opinion', `${folder}/opinion.tsx`),
  route('mail-pictures/:picture', `${folder}/mail-picture.ts`),
];
