import { route } from '@remix-run/route-config';

export const team = [route('team', 'routes/team/team.tsx')];
