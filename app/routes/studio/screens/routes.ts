import { route } from '@remix-run/route-config';

export const screens = [
  route('studio/screens', 'routes/studio/screens/screens.tsx'),
  route('studio/screens/new', 'routes/studio/screens/new-screen.tsx'),
  route('studio/screens/:screen.zip', 'routes/studio/screens/screen-zip.ts'),
  route('studio/screens/:screen', 'routes/studio/screens/screen.tsx'),
  route('studio/screens/:screen/edit', 'routes/studio/screens/edit-screen.tsx'),
  route('studio/screens/:screen/address', 'routes/studio/screens/new-address.tsx'),
  route('studio/screens/:screen/remove', 'routes/studio/screens/remove-screen.tsx'),
];
