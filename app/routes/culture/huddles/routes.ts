import { route } from '@remix-run/route-config';

export const huddles = [route('huddles/:huddle', 'routes/culture/huddles/huddle.tsx')];
