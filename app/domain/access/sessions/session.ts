/** How long a sign-in lasts, in days. */
export const sessionDays = 14;
