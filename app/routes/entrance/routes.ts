import { route } from '@remix-run/route-config';

export const entrance = [
  route('first-run', 'routes/entrance/first-run/first-run.tsx'),
  route('first-run/company', 'routes/entrance/first-run/company.tsx'),
  route('first-run/sample', 'routes/entrance/first-run/sample-company.tsx'),
  route('sample', 'routes/entrance/sign-in/sample-people.tsx'),
  route('sign-in', 'routes/entrance/sign-in/sign-in.tsx'),
  route('sign-out', 'routes/entrance/sign-in/sign-out.tsx'),
  route('password', 'routes/entrance/sign-in/password.tsx'),
];
