export const roles = ['anonymous', 'employee', 'head', 'editor', 'hr', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * What a request comes to: its page or its effect; the sign-in page; the sign-in form with what was typed; 404;
 * another page; 405; 409, since what it is about is over; or a page that says why a request was refused.
 */
export type Outcome =
  'ok' | 'sign-in' | 'carry' | 'not-found' | 'redirect' | 'no-method' | 'over' | 'refused';

type ByRole = Record<Role, Outcome>;

/** `change` stands for POST, PUT, PATCH and DELETE alike; of these, the server lets POST alone come as far. */
export type Row = { get: ByRole; change: ByRole };

export const all = (outcome: Outcome): ByRole => ({
  anonymous: outcome,
  employee: outcome,
  head: outcome,
  editor: outcome,
  hr: outcome,
  admin: outcome,
});

type Named = Exclude<Role, 'anonymous'>;

/** Some may; the others, once signed in, do not know that it is there. */
export function some(allowed: readonly Named[], stranger: Outcome): ByRole {
  const may = Object.fromEntries(allowed.map((role) => [role, 'ok' as const]));
  return { ...all('not-found'), anonymous: stranger, ...may };
}

export const readOnly = all('no-method');

/** The same for all, signed in or not. */
export const everyone = (get: Outcome, change: Outcome = 'no-method'): Row => ({
  get: all(get),
  change: all(change),
});
/** For whoever is signed in: a page to read, and one with a form. */
export const signedIn = (): Row => ({ get: { ...all('ok'), anonymous: 'sign-in' }, change: readOnly });
export const signedInForm = (): Row => ({ ...signedIn(), change: { ...all('ok'), anonymous: 'carry' } });
/** For whoever is signed in, but it leads elsewhere as long as there is nothing to do. */
export const redirectedForm = (): Row => ({
  get: { ...all('redirect'), anonymous: 'sign-in' },
  change: { ...all('ok'), anonymous: 'carry' },
});
/** For whoever is signed in, once they say what of it. */
export const redirectedFile = (): Row => ({
  get: { ...all('redirect'), anonymous: 'sign-in' },
  change: readOnly,
});
/** For whose it is alone, which is none of these. */
export const nobodys = (): Row => ({
  get: { ...all('not-found'), anonymous: 'sign-in' },
  change: { ...all('not-found'), anonymous: 'carry' },
});
/** For some: a page to read, and one with a form. */
export const only = (...allowed: Named[]): Row => ({ get: some(allowed, 'sign-in'), change: readOnly });
export const onlyForm = (...allowed: Named[]): Row => ({
  ...only(...allowed),
  change: some(allowed, 'carry'),
});
