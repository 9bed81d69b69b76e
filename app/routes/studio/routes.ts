import { route } from '@remix-run/route-config';
import { mailings } from './mailings/routes.ts';
import { newsletter } from './newsletter/routes.ts';
import { screens } from './screens/routes.ts';

export const studio = [
  route('studio', 'routes/studio/drafts/drafts.tsx'),
  ...screens,
  ...newsletter,
  ...mailings,
  route('studio/poster/:poster/preview.png', 'routes/studio/posters/preview.ts'),
  route('studio/:type/:slug', 'routes/studio/drafts/draft.tsx'),
  route('studio/:type/:slug/preview', 'routes/studio/drafts/preview.tsx'),
  route('studio/:type/:slug/publish', 'routes/studio/drafts/publish.tsx'),
  route('studio/:type/:slug/withdraw', 'routes/studio/drafts/withdraw.tsx'),
];
