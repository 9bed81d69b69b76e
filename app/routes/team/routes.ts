import { route } from '@remix-run/route-config';

export const team = [
  route('team', 'routes/team/team.tsx'),
  route('team/people/:person/slip', 'routes/team/slip.tsx'),
];
