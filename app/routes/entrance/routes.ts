import { route } from '@remix-run/route-config';

export const entrance = [
  route('first-run', 'routes/entrance/first-run/first-run.tsx'),
  route('first-run/company', 'routes/entrance/first-run/company.tsx'),
  route('first-run/sample', 'routes/entrance/first-run/sample-company.tsx'),
  route('sample', 'routes/entrance/sign-in/sample-people.tsx'),
  route('sign-in', 'routes/entrance/sign-in/sign-in.tsx'),
  route('sign-out', 'routes/entrance/sign-in/sign-out.tsx'),
  route('sign-in/code', 'routes/entrance/second-factor/code.tsx'),
  route('tablet', 'routes/entrance/tablet/tablet.tsx'),
  route('tablet/set-up', 'routes/entrance/tablet/set-up.tsx'),
  route('tablet/awake', 'routes/entrance/tablet/awake.ts'),
  route('tablet/number', 'routes/entrance/tablet/number.tsx'),
  route('tablet/:person', 'routes/entrance/tablet/pin.tsx'),
  route('password', 'routes/entrance/sign-in/password.tsx'),
  route('forgot', 'routes/entrance/forgot/forgot.tsx'),
  route('forgot/sent', 'routes/entrance/forgot/forgot-sent.tsx'),
  route('welcome', 'routes/entrance/choose-password/welcome.tsx'),
  route('reset', 'routes/entrance/choose-password/reset.tsx'),
  route('code', 'routes/entrance/by-slip/code.tsx'),
  route('code/password', 'routes/entrance/by-slip/code-password.tsx'),
];
