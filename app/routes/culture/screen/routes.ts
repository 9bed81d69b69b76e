import { route } from '@remix-run/route-config';

export const screen = [
  route('screen/:token', 'routes/culture/screen/screen.ts'),
  route('screen/:token/slides.json', 'routes/culture/screen/slides-json.ts'),
  route('screen/:token/:poster.png', 'routes/culture/screen/picture.ts'),
];
