import { hasRole, headsPeople } from '#app/domain/actor/actor.ts';
import { mayPublish, mayReadPlans } from '#app/domain/actor/role-grants.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import type { TextSize } from '#app/ui/reading/text-size.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import type { Guarded } from './guards.server.ts';
import { currentSession } from './guards.server.ts';
import { readTextSize } from './text-size-cookie.server.ts';

export type FrameData = {
  companyName: string | null;
  /** `#rrggbb`; null for saffron. */
  accent: string | null;
  /** The address of its image. */
  logo: string | null;
  sample: boolean;
  language: string;
  /** The reader's own kind of that language, for dates and numbers. */
  locale: string;
  /** For pages of text alone. */
  textSize: TextSize;
  /** Null for whoever is not signed in. */
  me: {
    name: string;
    /** Their id, where they are signed in on a device that many share. */
    onTablet: string | null;
    headsPeople: boolean;
    readsPlans: boolean;
    keepsPeople: boolean;
    seesCompletions: boolean;
    /** Without the rest of HR. */
    mendsQuestions: boolean;
    publishes: boolean;
    keepsHouse: boolean;
  } | null;
};

/** What is around every page. */
export async function readFrame(args: Guarded): Promise<FrameData> {
  const company = await readCompany(reader);
  const session = company && (await currentSession(args));
  const actor = session?.actor ?? null;
  const language = company?.language ?? 'en';
  return {
    companyName: company?.name ?? null,
    accent: company?.accent ?? null,
    logo: company?.logo ? `/files/${company.logo}.png` : null,
    sample: company?.sample ?? false,
    language,
    locale: readerLocale(args.request.headers.get('Accept-Language'), language),
    textSize: await readTextSize(args.request),
    me: actor && {
      name: actor.name,
      onTablet: session?.kind === 'tablet' ? actor.id : null,
      headsPeople: headsPeople(actor),
      readsPlans: mayReadPlans(actor),
      keepsPeople: hasRole(actor, 'hr') || hasRole(actor, 'admin'),
      seesCompletions: hasRole(actor, 'hr'),
      mendsQuestions: hasRole(actor, 'editor') && !hasRole(actor, 'hr'),
      publishes: mayPublish(actor),
      keepsHouse: hasRole(actor, 'admin'),
    },
  };
}
