/** A mail, put together: from whom and to whom it goes, as it goes over the line, and what it says in plain text. */
export type MadeMail = { from: string; to: string; raw: Buffer; text: string };
