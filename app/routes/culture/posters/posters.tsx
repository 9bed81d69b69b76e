import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readPosters } from '#app/domain/culture/posters/poster-reads.server.ts';
import {
  functionOf,
  type PosterFilters,
  posterFilters,
  postersOnPage,
} from '#app/domain/culture/posters/poster.ts';
import { type SelectedPosters, selectPosters } from '#app/domain/culture/posters/select-posters.ts';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Empty } from '#app/ui/page/empty.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Pager } from '#app/ui/page/pager.tsx';
import { posterSize } from '#app/ui/print/poster/poster-size.ts';
import { pagerLinks } from '#app/ui/table/pager-links.ts';
import { requirePerson } from '../../guards.server.ts';
import { FilterLinks } from './filter-links.tsx';
import { sizeChoices } from '#app/ui/posters/format-words.ts';
import { PosterWall } from './poster-wall.tsx';
import { posterNames } from './names.server.ts';

export const meta: MetaFunction = () => [{ title: m.poster_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const query = new URL(args.request.url).searchParams;
  const all = await readPosters(reader, actor.language);
  const filters = knownOf(posterFilters.parse(Object.fromEntries(query)), selectPosters(all, noFilters));
  const { rows, total, page, functions, standards } = selectPosters(all, filters);
  const { functionOf: named, standardOf } = await posterNames(actor);
  const paper = await paperOf(reader, actor.id);
  return {
    isEmpty: all.length === 0,
    noneChosen: query.get('chosen') === 'none',
    functions: links('function', filters, functions, named),
    standards: links('standard', filters, standards, (id) => standardOf(id) ?? id),
    count: m.poster_count({ count: total, number: new Intl.NumberFormat(locale).format(total) }),
    filtered: Boolean(filters.function || filters.standard),
    paper,
    pixels: posterSize(paper, 'upright').pixels,
    posters: rows.map((poster) => ({
      slug: poster.slug,
      title: poster.title,
      language: poster.language === actor.language ? undefined : poster.language,
      under: [named(functionOf(poster)), standardOf(poster.standard)].filter(Boolean).join(' · '),
    })),
    pager: pagerLinks({
      page,
      size: postersOnPage,
      shown: rows.length,
      total,
      to: (wanted) => addressOf({ ...filters, page: wanted }),
      locale,
    }),
  };
}

const noFilters: PosterFilters = { function: '', standard: '', page: 1 };

/** A function or a standard that no poster has filters nothing. */
function knownOf(filters: PosterFilters, { functions, standards }: SelectedPosters): PosterFilters {
  const known = (id: string, list: { id: string }[]) => (list.some((one) => one.id === id) ? id : '');
  return {
    ...filters,
    function: known(filters.function, functions),
    standard: known(filters.standard, standards),
  };
}

function links(
  key: 'function' | 'standard',
  filters: PosterFilters,
  choices: SelectedPosters['functions'],
  nameOf: (id: string) => string,
) {
  const to = (id: string) => addressOf({ ...filters, [key]: id, page: 1 });
  const chosen = choices.map(({ id, count }) => ({
    to: to(id),
    label: m.poster_choice({ name: nameOf(id), count }),
    current: filters[key] === id,
  }));
  return [{ to: to(''), label: m.poster_all(), current: filters[key] === '' }, ...chosen];
}

function addressOf({ page, ...filters }: PosterFilters): string {
  const kept = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  if (page > 1) kept.set('page', String(page));
  return kept.size > 0 ? `/posters?${kept}` : '/posters';
}

export default function Posters() {
  const { isEmpty, noneChosen, functions, standards, count, filtered, posters, pager, pixels, paper } =
    useLoaderData<typeof loader>();
  if (isEmpty) {
    return (
      <>
        <PageHead title={m.poster_title()} />
        <Empty title={m.poster_none_title()}>{m.poster_none()}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={m.poster_title()} lead={m.poster_lead()} />
      {noneChosen && <Notice tone="bad">{m.poster_none_chosen()}</Notice>}
      <div className="poster-filters">
        <FilterLinks label={m.poster_by_function()} links={functions} />
        <FilterLinks label={m.poster_by_standard()} links={standards} />
      </div>
      <output className="soft num mb-6 block">
        {count} {filtered && <Link to="/posters">{m.poster_show_all()}</Link>}
      </output>
      <form method="get" action="/posters/chosen.zip">
        <PosterWall posters={posters} pixels={pixels} size={paper} />
        <section className="poster-chosen" aria-labelledby="chosen">
          <h2 id="chosen" className="mb-2">
            {m.poster_several_title()}
          </h2>
          <p className="soft mb-4">{m.poster_several()}</p>
          <div className="flex flex-wrap items-end gap-4">
            <label className="field-label">
              {m.poster_several_size()}
              <select className="input" name="size" defaultValue={paper}>
                {sizeChoices(paper).map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <Button>{m.poster_several_take()}</Button>
          </div>
        </section>
      </form>
      <Pager {...pager} />
    </>
  );
}
