import { huddles } from './huddles/routes.ts';
import { newsletter } from './newsletter/routes.ts';
import { posters } from './posters/routes.ts';
import { screen } from './screen/routes.ts';
import { talks } from './talks/routes.ts';

export const culture = [...newsletter, ...posters, ...screen, ...talks, ...huddles];
