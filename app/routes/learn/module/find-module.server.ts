import type { PersonActor } from '#app/domain/actor/actor.ts';
import type { ModulePlace } from '#app/domain/learning/modules/module-reads.server.ts';
import { findModule } from '#app/domain/learning/modules/module-reads.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import type { RequestContext } from '#app/platform/http/load-context.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { notFound, requirePerson } from '../../guards.server.ts';

type Args = { request: Request; context: RequestContext; params: Record<string, string | undefined> };

export type OpenModule = ModulePlace & {
  actor: PersonActor;
  /** The module's address. */
  home: string;
  /** The reader's own kind of the language of the screens. */
  locale: string;
  /** The language the address asks for. */
  wished?: string;
};

/** Who asks, and the module their address names; 404 where it is not theirs to see. */
export async function openModule(args: Args): Promise<OpenModule> {
  const actor = await requirePerson(args);
  const { course = '', module = '' } = args.params;
  const place = await findModule(reader, actor, course, module);
  if (!place) return notFound();
  return {
    ...place,
    actor,
    home: `/learn/${place.course.slug}/${place.module.slug}`,
    locale: readerLocale(args.request.headers.get('Accept-Language'), 'en'),
    wished: new URL(args.request.url).searchParams.get('in') ?? undefined,
  };
}
