/** At most so many tries in so many minutes; the minutes run from the first. */
export type Rule = { tries: number; minutes: number };

export const rules = {
  'password-of-account': { tries: 10, minutes: 15 },
  'password-on-known-device': { tries: 10, minutes: 15 },
  'password-from-address': { tries: 100, minutes: 15 },
  'own-password': { tries: 10, minutes: 15 },
  'code-of-account': { tries: 10, minutes: 15 },
  'code-on-known-device': { tries: 10, minutes: 15 },
  'code-from-address': { tries: 100, minutes: 15 },
  'reset-of-account': { tries: 5, minutes: 60 },
  'reset-on-known-device': { tries: 5, minutes: 60 },
  'reset-from-address': { tries: 30, minutes: 60 },
  'second-factor': { tries: 5, minutes: 15 },
  'second-factor-on-known-device': { tries: 5, minutes: 15 },
  'pin-on-tablet': { tries: 5, minutes: 15 },
  'certificate-from-address': { tries: 30, minutes: 15 },
  'pin-of-person': { tries: 10, minutes: 15 },
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** One try is counted under one or several rules; the first that is used up refuses it. */
export type Counted = { rule: RuleName; key: string };

export type Trier = {
  /** The person, or a hash of the sign-in name where it belongs to nobody. */
  account: string;
  /** Where the try comes from, as wide as it is given to one household. */
  address: string;
  /** A device that this very person signed in from before: it counts for itself, so nobody else can use its tries up. */
  device: string | null;
};

const byTrier =
  (what: 'password' | 'code' | 'reset') =>
  ({ account, address, device }: Trier): Counted[] =>
    device === null
      ? [
          { rule: `${what}-of-account`, key: account },
          { rule: `${what}-from-address`, key: address },
        ]
      : [{ rule: `${what}-on-known-device`, key: `${device} ${account}` }];

/** What is counted for each kind of try. Hand it to `countTry`. */
export const limits = {
  password: byTrier('password'),
  /** The short code of a printed slip. */
  code: byTrier('code'),
  reset: byTrier('reset'),
  /** The password one has, asked for again from somebody who is signed in. */
  ownPassword: (sessionId: string): Counted[] => [{ rule: 'own-password', key: sessionId }],
  secondFactor: (personId: string, device: string | null = null): Counted[] =>
    device === null
      ? [{ rule: 'second-factor', key: personId }]
      : [{ rule: 'second-factor-on-known-device', key: `${device} ${personId}` }],
  /** The code of a certificate, from somebody who is not signed in. */
  certificate: (address: string): Counted[] => [{ rule: 'certificate-from-address', key: address }],
  pin: (tabletId: string, personId: string): Counted[] => [
    { rule: 'pin-on-tablet', key: `${tabletId} ${personId}` },
    { rule: 'pin-of-person', key: personId },
  ],
};
