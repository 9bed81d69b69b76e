import { route } from '@remix-run/route-config';
import { posters } from './posters/routes.ts';
import { huddles } from './huddles/routes.ts';
import { teamTalks } from './talks/routes.ts';

export const team = [
  route('team', 'routes/team/team.tsx'),
  route('team/tries', 'routes/team/try-list.tsx'),
  route('team/tries/:request', 'routes/team/grant-try.tsx'),
  route('team/people/:person/slip', 'routes/team/slip.tsx'),
  ...posters,
  ...huddles,
  ...teamTalks,
];
