import * as m from '#app/messages/generated/messages.js';
import type { PosterFormat, PosterWay } from '#app/ui/print/poster/poster-size.ts';
import { Fold } from '#app/ui/fold/fold.tsx';
import { formatWords, papersLike } from '#app/ui/posters/format-words.ts';

type Props = { slug: string; language: string; paper: 'a4' | 'letter' };

/** The sheet that the printer next door holds comes first; files are links, for they are no pages of ours. */
export function PrintThis({ slug, language, paper }: Props) {
  const { own, other } = papersLike(paper);
  const file = (ending: 'pdf' | 'png', size: PosterFormat, way: PosterWay, more = '') =>
    `/posters/${slug}.${ending}?size=${size}&way=${way}&language=${language}${more}`;
  const sheet = (size: PosterFormat) => (
    <li key={size}>
      <h3>{formatWords[size]()}</h3>
      <p>
        <a
          href={file('pdf', size, 'upright')}
          aria-label={m.poster_upright_of({ size: formatWords[size]() })}
        >
          {m.poster_upright()}
        </a>
        <a href={file('pdf', size, 'across')} aria-label={m.poster_across_of({ size: formatWords[size]() })}>
          {m.poster_across()}
        </a>
      </p>
    </li>
  );
  const shop = (size: PosterFormat, way: PosterWay, label: string) => (
    <a key={label} href={file('pdf', size, way, '&for=print-shop')}>
      {label}
    </a>
  );
  return (
    <section aria-labelledby="print-this">
      <h2 id="print-this" className="mb-2">
        {m.poster_print()}
      </h2>
      <p className="mb-6">
        <a className="btn" href={file('pdf', paper, 'upright')}>
          {m.poster_print_on({ size: formatWords[paper]() })}
        </a>
      </p>
      <ul className="poster-files">
        {own.map(sheet)}
        <li>
          <h3>{m.poster_for_screens()}</h3>
          <p>
            <a href={file('png', paper, 'upright', '&download')}>{m.poster_for_chat()}</a>
            <a href={file('png', 'screen-wide', 'across', '&download')}>{formatWords['screen-wide']()}</a>
            <a href={file('png', 'screen-tall', 'upright', '&download')}>{formatWords['screen-tall']()}</a>
          </p>
        </li>
      </ul>
      <Fold title={m.poster_more_sizes()}>
        <ul className="poster-files mt-4">
          {other.map(sheet)}
          <li>
            <h3>{m.ui_poster_size_banner()}</h3>
            <p>
              <a href={file('pdf', 'banner', 'upright')}>{m.poster_banner_look()}</a>
              {shop('banner', 'upright', m.poster_banner_shop())}
            </p>
          </li>
          <li>
            <h3>{m.poster_for_shop()}</h3>
            <p className="soft small">{m.poster_for_shop_hint()}</p>
            <p>
              {[...own, ...other].flatMap((size) => [
                shop(size, 'upright', m.poster_upright_of({ size: formatWords[size]() })),
                shop(size, 'across', m.poster_across_of({ size: formatWords[size]() })),
              ])}
            </p>
          </li>
        </ul>
      </Fold>
    </section>
  );
}
