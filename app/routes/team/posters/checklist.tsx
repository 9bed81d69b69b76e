import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { Hanging } from '#app/domain/culture/posters/hangings/hanging-reads.server.ts';
import { readChecklist } from '#app/domain/culture/posters/hangings/hanging-reads.server.ts';
import { sitesOfHead } from '#app/domain/culture/posters/hangings/sites-of-head.sql.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { formatShortDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { CheckChoice } from '#app/ui/form/choice.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { formatWords } from '#app/ui/posters/format-words.ts';
import { PosterPicture } from '#app/ui/posters/poster-picture.tsx';
import { posterSize } from '#app/ui/print/poster/poster-size.ts';
import { notFound, requireHead } from '../../guards.server.ts';
import { checklistCrumbs, paperAt } from './head-sites.server.ts';
import { SiteLinks } from './site-links.tsx';
import { tickPosters } from './tick-posters.server.ts';
import { ToReplace } from './to-replace.tsx';

export const meta: MetaFunction = () => [{ title: m.poster_list_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireHead(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const query = new URL(args.request.url).searchParams;
  const sites = await sitesOfHead(reader, actor);
  const asked = query.get('site');
  const site = asked === null ? sites[0] : sites.find(({ id }) => id === asked);
  if (!site) return asked === null ? null : notFound();
  const paper = paperAt(site);
  const { toReplace, posters } = await readChecklist(reader, site.id, actor.language);
  return {
    crumbs: checklistCrumbs(),
    site: { id: site.id, name: site.name },
    sites: sites.map(({ id, name }) => ({ id, name })),
    saved: query.has('saved'),
    paper,
    pixels: posterSize(paper, 'upright').pixels,
    toReplace: toReplace.map((hanging) => ({
      slug: hanging.slug,
      title: hanging.title,
      language: hanging.language,
      isGone: hanging.state === 'gone',
      where: hangsWords(hanging, locale),
    })),
    posters: posters.map(({ poster: { slug, title }, hanging }) => ({
      slug,
      title,
      where: hanging && hangsWords(hanging, locale),
    })),
  };
}

function hangsWords({ place, size, hungOn }: Hanging, locale: string): string {
  const since = m.poster_list_since({ date: formatShortDay(hungOn, locale) });
  return [since, size && formatWords[size](), place].filter(Boolean).join(' · ');
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireHead(args);
  const form = await args.request.formData();
  const siteId = String(form.get('site') ?? '');
  const sites = await sitesOfHead(reader, actor);
  if (!sites.some(({ id }) => id === siteId)) return notFound();
  await tickPosters(actor, siteId, {
    before: form.getAll('before').map(String),
    now: form.getAll('hangs').map(String),
  });
  throw redirect(`/team/posters?site=${siteId}&saved`, 303);
}

export default function Checklist() {
  const list = useLoaderData<typeof loader>();
  if (!list) {
    return (
      <>
        <PageHead title={m.poster_list_title()} />
        <Empty title={m.poster_list_nowhere_title()}>{m.poster_list_nowhere()}</Empty>
      </>
    );
  }
  const { crumbs, site, sites, saved, paper, pixels, toReplace, posters } = list;
  return (
    <>
      <Breadcrumb items={crumbs} here={m.poster_list_title()} />
      {saved && <Notice tone="good">{m.poster_list_saved()}</Notice>}
      <PageHead eyebrow={site.name} title={m.poster_list_title()} lead={m.poster_list_lead()} />
      {sites.length > 1 && <SiteLinks sites={sites} current={site.id} />}
      {toReplace.length > 0 && <ToReplace siteId={site.id} paper={paper} posters={toReplace} />}
      <section aria-labelledby="hangs">
        <h2 id="hangs" className="mb-4">
          {m.poster_list_hangs()}
        </h2>
        {posters.length === 0 && <p>{m.poster_none()}</p>}
        <form method="post" className="max-w-wide">
          <input type="hidden" name="site" value={site.id} />
          <ul>
            {posters.map(({ slug, title, where }) => (
              <li key={slug} className="poster-row">
                <PosterPicture
                  src={`/posters/${slug}.png?size=${paper}`}
                  alt=""
                  pixels={[pixels[0], pixels[1]]}
                  sizes="4.5rem"
                  widest={240}
                />
                <h3 dir="auto">
                  <Link to={`/posters/${slug}`}>{title}</Link>
                </h3>
                <div>
                  {where !== null && <input type="hidden" name="before" value={slug} />}
                  <CheckChoice
                    name="hangs"
                    value={slug}
                    defaultChecked={where !== null}
                    label={
                      <>
                        {m.poster_list_hangs_here()} <span className="sr-only">{title}</span>
                      </>
                    }
                    note={where ?? undefined}
                  />
                </div>
                <p>
                  <Link
                    className="inline-flex min-h-touch items-center"
                    to={`/team/posters/${site.id}/${slug}/hang`}
                  >
                    {where === null ? m.poster_list_say_where() : m.poster_list_change()}
                    <span className="sr-only"> {title}</span>
                  </Link>
                </p>
              </li>
            ))}
          </ul>
          {posters.length > 0 && (
            <div className="form-end">
              <SubmitOnce>{m.poster_list_save()}</SubmitOnce>
            </div>
          )}
        </form>
      </section>
    </>
  );
}
