/** A form that was sent after its sender's session had run out: where to, and what was typed. */
export type CarriedForm = { action: string; fields: [name: string, value: string][] };

/** Under this name the carried fields travel through the sign-in form. */
export const carriedPrefix = 'carried.';
export const carriedAction = 'carriedAction';
