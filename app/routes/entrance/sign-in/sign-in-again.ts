import type { CarriedForm } from '../../carried-form.ts';

/** Whether an error's data is a form whose sender has to sign in again. */
export function isSignInAgain(data: unknown): data is { signInAgain: CarriedForm } {
  return typeof data === 'object' && data !== null && 'signInAgain' in data;
}
