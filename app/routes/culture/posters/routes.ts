import { route } from '@remix-run/route-config';

export const posters = [
  route('posters', 'routes/culture/posters/posters.tsx'),
  route('posters/chosen.zip', 'routes/culture/posters/chosen-zip.ts'),
  route('posters/:poster.pdf', 'routes/culture/posters/poster-pdf.ts'),
  route('posters/:poster.png', 'routes/culture/posters/poster-png.ts'),
  route('posters/:poster', 'routes/culture/posters/poster.tsx'),
];
