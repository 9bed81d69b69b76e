import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { finishModule } from '#app/domain/learning/completions/finish-module.server.ts';
import { beginModule } from '#app/domain/learning/modules/begin-module.server.ts';
import { keepPlace } from '#app/domain/learning/modules/keep-place.server.ts';
import { partAfter, readingParts } from '#app/domain/learning/modules/module-parts.ts';
import { transact } from '#app/platform/db/database.server.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import type { PageHandle } from '../../frame.tsx';
import { notFound } from '../../guards.server.ts';
import { openModule } from './find-module.server.ts';
import { ModuleIntro } from './module-intro.tsx';
import { ModulePart } from './module-part.tsx';
import { readModuleView } from './module-view.server.ts';
import { showPart } from './shown-part.server.ts';

export const handle: PageHandle = { toRead: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.outline.title }];

export async function loader(args: LoaderFunctionArgs) {
  const open = await openModule(args);
  const { found, outline } = await readModuleView(open);
  const query = new URL(args.request.url).searchParams;
  const wanted = query.get('part') ?? found.round?.part;
  const part = outline.mayRead
    ? readingParts(found.version.tree).find(({ slug }) => slug === wanted)
    : undefined;
  const locale = readerLocale(args.request.headers.get('Accept-Language'), open.actor.language);
  return {
    outline,
    completedOn: found.completedOn && formatDay(found.completedOn, locale),
    againFrom: found.againFrom && formatDay(found.againFrom, locale),
    hasChanged: found.hasChanged,
    part: part ? showPart(part, open.actor.function) : null,
    path: query.get('path') ?? '',
    commitment: found.commitment,
  };
}

/** Begins the module, or goes on from the part that was just read. */
export async function action(args: ActionFunctionArgs) {
  const open = await openModule(args);
  const { actor, home, module } = open;
  const { found, outline } = await readModuleView(open);
  const addressOf = (slug: string) => outline.parts.find((part) => part.slug === slug)?.to ?? home;
  const { documentId } = module;
  const { tree, id: versionId } = found.version;
  const firstPart = readingParts(tree)[0]?.slug ?? 'quiz';
  const read = (await args.request.formData()).get('read');
  if (typeof read !== 'string') {
    await transact((tx) => beginModule(tx, actor, { documentId, versionId, firstPart }));
    // By now it is a reading, which has its language.
    throw redirect(`${home}?part=${firstPart}`, 303);
  }
  if (!readingParts(tree).some(({ slug }) => slug === read)) return notFound();
  const next = partAfter(tree, read);
  await transact((tx) =>
    keepPlace(tx, { personId: actor.id, documentId, readPart: read, nextPart: next ?? 'quiz' }),
  );
  if (next) throw redirect(addressOf(next), 303);
  // Its own transaction: that questions follow is a refusal, and would take back the place just kept.
  const finished = await transact((tx) => finishModule(tx, actor, { documentId }));
  throw redirect('ok' in finished ? home : `${home}/attempt`, 303);
}

export default function Module() {
  const { part, ...view } = useLoaderData<typeof loader>();
  return part ? <ModulePart part={part} {...view} /> : <ModuleIntro {...view} />;
}
