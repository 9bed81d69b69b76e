/** What a token opens: the first run, or the choice of a password by the person it is for. */
export type TokenPurpose = 'first-run' | PersonalPurpose;

export type PersonalPurpose = 'invitation' | 'reset';

/** How it reaches its bearer: by mail, or on a printed slip. */
export type TokenChannel = 'mail' | 'slip';

/** What its bearer shows: the token from a link, or the short code from a slip, as the one it was made for. */
export type TokenProof =
  { purpose: TokenPurpose; token: string } | { purpose: 'slip'; personId: string; code: string };

/** For how long, in minutes. */
export const tokenLifetime: Record<PersonalPurpose, Record<TokenChannel, number>> = {
  invitation: { mail: 7 * 24 * 60, slip: 7 * 24 * 60 },
  reset: { mail: 60, slip: 24 * 60 },
};
