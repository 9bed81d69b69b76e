/** What sealed secrets and hashed backup codes are kept for: part of the key. */
export const factorPurpose = 'second factor';
export const backupPurpose = 'backup codes';

/** Who vouches for an app's codes: this program itself. */
export const factorIssuer = 'everyhand';

export const backupCodeCount = 10;
/** In digits, so that one field with a keypad takes them as well as the app's six. */
export const backupCodeLength = 10;

export type SecondFactor =
  { state: 'off' } | { state: 'begun' } | { state: 'on'; since: Date; codesLeft: number };

/** Digits alone: people copy codes with the spaces they are shown with. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '');
}

export function isAppCode(digits: string): boolean {
  return /^\d{6}$/.test(digits);
}

export function isBackupCode(digits: string): boolean {
  return digits.length === backupCodeLength && /^\d+$/.test(digits);
}

/** In two halves, for eyes and paper. */
export function spacedCode(code: string): string {
  return `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;
}

declare const hashed: unique symbol;

/** Only `drawBackupCodes` makes one, so no verb can store a code as it is shown. */
export type BackupCodeHash = string & { readonly [hashed]: true };
