/** How something was completed: by reading and answering oneself, in a talk that refreshed it, or elsewhere. */
export const completionSources = ['self', 'talk', 'external'] as const;

export type CompletionSource = (typeof completionSources)[number];
