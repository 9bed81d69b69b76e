import { route } from '@remix-run/route-config';

export const entrance = [
  route('first-run', 'routes/entrance/first-run.tsx'),
  route('first-run/company', 'routes/entrance/company.tsx'),
  route('first-run/sample', 'routes/entrance/sample-company.tsx'),
  route('sample', 'routes/entrance/sample-people.tsx'),
  route('sign-in', 'routes/entrance/sign-in.tsx'),
  route('sign-out', 'routes/entrance/sign-out.tsx'),
  route('password', 'routes/entrance/password.tsx'),
];
