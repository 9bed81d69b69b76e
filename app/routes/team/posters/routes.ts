import { route } from '@remix-run/route-config';

export const posters = [
  route('team/posters', 'routes/team/posters/checklist.tsx'),
  route('team/posters/:site/:poster/hang', 'routes/team/posters/hang.tsx'),
  route('team/posters/:site/:poster/take-down', 'routes/team/posters/take-down.tsx'),
];
