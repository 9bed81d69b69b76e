import { route } from '@remix-run/route-config';

export const operation = [
  route('healthz', 'routes/operation/health.ts'),
  route('problem/:kind', 'routes/operation/problem.tsx'),
  route('*', 'routes/operation/not-found.tsx'),
];
