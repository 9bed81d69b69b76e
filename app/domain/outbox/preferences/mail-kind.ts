/** Kinds of mail that one may do without. What signing in needs always comes. */
export const mailKinds = ['newsletter'] as const;

export type MailKind = (typeof mailKinds)[number];
