import { route } from '@remix-run/route-config';

export const huddles = [
  route('team/huddles', 'routes/team/huddles/huddles.tsx'),
  route('team/huddles/:huddle.pdf', 'routes/team/huddles/print/huddle-pdf.ts'),
  route('team/huddles/:huddle', 'routes/team/huddles/huddle.tsx'),
  route('team/huddles/:huddle/choose', 'routes/team/huddles/choose.tsx'),
];
