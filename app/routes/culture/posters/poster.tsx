import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { functionOf } from '#app/domain/culture/posters/poster.ts';
import { paperOf } from '#app/domain/learning/certificates/holder-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { PosterPicture } from '#app/ui/posters/poster-picture.tsx';
import { posterSize } from '#app/ui/print/poster/poster-size.ts';
import { requirePerson } from '../../guards.server.ts';
import { posterNames } from './names.server.ts';
import { askedPoster, contentOf } from './poster-files.server.ts';
import { PosterSays } from './poster-says.tsx';
import { PrintThis } from './print-this.tsx';
import { relatedCase } from './related-case.server.ts';
import { saidOn } from './said-on.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? m.poster_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requirePerson(args);
  const asked = new URL(args.request.url).searchParams.get('language');
  const { poster, edition } = await askedPoster(args.params.poster ?? '', asked, actor.language);
  const content = await contentOf(args.request, edition.versionId);
  const { functionOf: named, standardOf } = await posterNames(actor);
  const paper = await paperOf(reader, actor.id);
  const languages = new Intl.DisplayNames([actor.language], { type: 'language' });
  const { origin } = new URL(args.request.url);
  return {
    slug: poster.slug,
    title: edition.title,
    language: edition.language,
    isOther: edition.language !== actor.language,
    number: edition.number,
    paper,
    pixels: posterSize(paper, 'upright').pixels,
    said: saidOn(content, origin),
    function: { id: functionOf(poster), name: named(functionOf(poster)) },
    standard: poster.standard && {
      id: poster.standard,
      name: standardOf(poster.standard) ?? poster.standard,
    },
    case: await relatedCase(actor, content.qr?.url ?? null, origin),
    others: poster.editions
      .filter(({ language }) => language !== edition.language)
      .map(({ language, title }) => ({ language, title, name: languages.of(language) ?? language })),
  };
}

export default function PosterPage() {
  const { slug, title, language, isOther, number, paper, pixels, said, others, ...about } =
    useLoaderData<typeof loader>();
  const lang = isOther ? language : undefined;
  return (
    <>
      <Breadcrumb items={[{ to: '/posters', label: m.poster_title() }]} here={title} />
      <div className="poster-sheet">
        <PosterPicture
          src={`/posters/${slug}.png?size=${paper}&language=${language}`}
          alt={m.poster_picture_of({ title })}
          pixels={[pixels[0], pixels[1]]}
          sizes="(min-width: 52rem) 38rem, 92vw"
          widest={960}
          eager
        />
        <div>
          <PageHead
            eyebrow={
              <>
                <Link to={`/posters?function=${about.function.id}`}>{about.function.name}</Link>
                {' · '}
                {m.poster_edition({ number })}
              </>
            }
            title={title}
            lang={lang}
          />
          <PrintThis slug={slug} language={language} paper={paper} />
          {others.length > 0 && (
            <section className="section">
              <h2 className="mb-2">{m.poster_other_languages()}</h2>
              <ul>
                {others.map((other) => (
                  <li key={other.language}>
                    <Link
                      className="inline-flex min-h-touch items-center"
                      to={`/posters/${slug}?language=${other.language}`}
                    >
                      {other.name}: <span lang={other.language}>&nbsp;{other.title}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="section" aria-labelledby="says">
            <h2 id="says" className="mb-2">
              {m.poster_says()}
            </h2>
            <PosterSays said={said} lang={lang} />
          </section>
          {(about.standard || about.case) && (
            <section className="section">
              <h2 className="mb-2">{m.poster_belongs()}</h2>
              <ul>
                {about.standard && (
                  <li className="py-2">
                    {m.poster_theme()}{' '}
                    <Link to={`/posters?standard=${about.standard.id}`}>{about.standard.name}</Link>
                  </li>
                )}
                {about.case && (
                  <li className="py-2">
                    {m.poster_case()} <Link to={`/cases/${about.case.id}`}>{about.case.title}</Link>
                  </li>
                )}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  );
}
