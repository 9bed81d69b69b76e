import type { PersonalPurpose } from '#app/domain/access/tokens/token.ts';
import type { MailTemplate } from '#app/domain/outbox/mail.ts';

/** What the link of a mail opens; a mail has one or none. */
export const linkPurpose: Record<MailTemplate, PersonalPurpose | null> = {
  invitation: 'invitation',
  reset: 'reset',
  'sign-in-changed': null,
};

const pages: Record<PersonalPurpose, string> = { invitation: '/welcome', reset: '/reset' };

/** Made from our own address as the operator gave it, never from what a browser asked for. */
export function mailLink(base: string, purpose: PersonalPurpose, token: string): string {
  const url = new URL(pages[purpose], base);
  url.searchParams.set('token', token);
  return url.href;
}
