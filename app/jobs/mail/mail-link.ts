import type { PersonalPurpose } from '#app/domain/access/tokens/token.ts';
import type { MailTemplate } from '#app/domain/outbox/mail.ts';

/** What the link of a mail opens that lets one in; a mail has one or none. */
export const linkPurpose: Record<MailTemplate, PersonalPurpose | null> = {
  invitation: 'invitation',
  reset: 'reset',
  'sign-in-changed': null,
  'talk-invitation': null,
  'talk-cancelled': null,
  'newsletter-test': null,
};

/** Whether a mail has links at all, which begin with the program's own address. */
export function needsAddress(template: MailTemplate): boolean {
  return template === 'newsletter-test' || linkPurpose[template] !== null;
}

const pages: Record<PersonalPurpose, string> = { invitation: '/welcome', reset: '/reset' };

/** Made from our own address as the operator gave it, never from what a browser asked for. */
export function mailLink(base: string, purpose: PersonalPurpose, token: string): string {
  const url = new URL(pages[purpose], base);
  url.searchParams.set('token', token);
  return url.href;
}
