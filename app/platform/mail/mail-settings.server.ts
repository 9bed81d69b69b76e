import type { SmtpTimeouts } from './smtp-line.server.ts';

export type MailSettings = {
  /** Null where there is no mail server: mail goes to files. */
  smtpUrl: string | null;
  /** What mail comes from, unless the company says otherwise. */
  from: string | null;
  /** What links begin with; null where nobody has said. */
  linkBase: string | null;
  /** Where the files lie. */
  folder: string;
  timeouts: SmtpTimeouts;
};

let current: MailSettings | null = null;

/** Until it is called, no mail leaves and none is read. */
export function configureMail(settings: MailSettings | null): void {
  current = settings;
}

export function mailSettings(): MailSettings | null {
  return current;
}
