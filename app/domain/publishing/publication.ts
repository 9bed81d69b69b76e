/** Against the publication before: a typo; something new; something everybody has to read again. */
export const changeKinds = ['wording', 'informative', 'material'] as const;

export type ChangeKind = (typeof changeKinds)[number];
