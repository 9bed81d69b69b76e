import { route } from '@remix-run/route-config';

export const operation = [
  route('privacy', 'routes/operation/privacy.tsx'),
  route('files/:file', 'routes/operation/logo-file.ts'),
  route('pictures/:picture', 'routes/operation/picture-file.ts'),
  route('healthz', 'routes/operation/health.ts'),
  route('problem/:kind', 'routes/operation/problem.tsx'),
  route('*', 'routes/operation/not-found.tsx'),
];
