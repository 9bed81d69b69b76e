import type { CompanySettings } from '#app/domain/people/company/company-settings.ts';
import { accentShape, nearestAccent } from '#app/domain/people/company/accent.ts';
import type { EditCompanyRefusal } from '#app/domain/people/company/edit-company.server.ts';
import * as m from '#app/messages/generated/messages.js';

/** Where each refusal is shown; null is the form as a whole. */
export const refusedAt: Record<EditCompanyRefusal, keyof CompanySettings | null> = {
  'not-allowed': null,
  'own-factor-first': 'requireSecondFactor',
};

const refusals: Record<EditCompanyRefusal, () => string> = {
  'not-allowed': m.admin_refused_not_allowed,
  'own-factor-first': m.admin_refused_factor,
};

const mistakes: Record<string, () => string> = {
  missing: m.admin_mistake_missing,
  'too-long': m.admin_mistake_too_long,
  unprintable: m.admin_mistake_unprintable,
  'not-a-language': m.admin_mistake_language,
  'not-a-colour': m.admin_mistake_colour,
  'not-a-sender': m.admin_mistake_sender,
  ...refusals,
};

const shades: Record<string, (inputs: { colour: string }) => string> = {
  'too-light': m.admin_mistake_too_light,
  'too-dark': m.admin_mistake_too_dark,
};

/** `accent` as it was typed, so that the nearest colour that would do can be named. */
export function wordCompany(accent: unknown) {
  const typed = `#${String(accent).trim().toLowerCase().replace(/^#/, '')}`;
  const colour = accentShape.test(typed) ? nearestAccent(typed) : '';
  return (code: string): string =>
    shades[code]?.({ colour }) ?? (mistakes[code] ?? m.admin_mistake_not_understood)();
}

/** What a language calls itself. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
