import { route } from '@remix-run/route-config';

export const teamTalks = [
  route('team/talks', 'routes/team/talks/team-talks.tsx'),
  route('team/talks/new', 'routes/team/talks/new-talk.tsx'),
  route('team/talks/:meeting', 'routes/team/talks/team-talk.tsx'),
  route('team/talks/:meeting/change', 'routes/team/talks/change-talk.tsx'),
  route('team/talks/:meeting/cancel', 'routes/team/talks/cancel-talk.tsx'),
  route('team/talks/:meeting/hold', 'routes/team/talks/hold/hold-talk.tsx'),
];
