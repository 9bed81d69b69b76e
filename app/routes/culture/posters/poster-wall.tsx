import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { CheckChoice } from '#app/ui/form/choice.tsx';
import { PosterPicture } from '#app/ui/posters/poster-picture.tsx';

type Shown = { slug: string; title: string; language?: string; under: string };

/** Those that are seen without scrolling come at once. */
const firstRow = 4;

/** Thumbnails, each with a box to choose it by; they stand in the form that says what for. */
export function PosterWall({
  posters,
  pixels,
  size,
}: {
  posters: Shown[];
  pixels: readonly [number, number] | number[];
  size: string;
}) {
  return (
    <ul className="poster-wall">
      {posters.map(({ slug, title, language, under }, index) => (
        <li key={slug}>
          <Link to={`/posters/${slug}`} lang={language}>
            <PosterPicture
              src={`/posters/${slug}.png?size=${size}`}
              alt=""
              pixels={[pixels[0]!, pixels[1]!]}
              sizes="(min-width: 64rem) 17rem, (min-width: 40rem) 30vw, 45vw"
              widest={720}
              eager={index < firstRow}
            />
            <h2 dir="auto">{title}</h2>
          </Link>
          <p className="soft small" dir="auto">
            {under}
          </p>
          <CheckChoice
            name="poster"
            value={slug}
            label={
              <>
                {m.poster_choose()} <span className="sr-only">{title}</span>
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
}
