import { route } from '@remix-run/route-config';

const mine = [
  route('account', 'routes/account/overview/account.tsx'),
  route('account/mail', 'routes/account/mail/mail-preferences.tsx'),
  route('account/sessions', 'routes/account/sessions/sign-ins.tsx'),
  route('account/sessions/end-all', 'routes/account/sessions/end-all.tsx'),
  route('account/sessions/:session/end', 'routes/account/sessions/end-sign-in.tsx'),
];

const secondFactor = [
  route('account/second-factor', 'routes/account/second-factor/second-factor.tsx'),
  route('account/second-factor/set-up', 'routes/account/second-factor/set-up.tsx'),
  route('account/second-factor/confirm', 'routes/account/second-factor/confirm.tsx'),
  route('account/second-factor/codes', 'routes/account/second-factor/new-codes.tsx'),
  route('account/second-factor/off', 'routes/account/second-factor/turn-off.tsx'),
];

const pin = [
  route('account/pin', 'routes/account/pin/pin.tsx'),
  route('account/pin/off', 'routes/account/pin/pin-off.tsx'),
];

export const account = [...mine, ...secondFactor, ...pin];
