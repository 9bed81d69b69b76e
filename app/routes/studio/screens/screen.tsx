import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readPosters } from '#app/domain/culture/posters/poster-reads.server.ts';
import { postersOnScreen } from '#app/domain/culture/posters/screens/screen-reads.server.ts';
import { sizeOfShape } from '#app/domain/culture/posters/screens/screen.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { qrCode } from '#app/platform/qr/qr-code.server.ts';
import { CopyButton } from '#app/ui/codes/copy-button.tsx';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { PosterPicture } from '#app/ui/posters/poster-picture.tsx';
import { posterSize } from '#app/ui/print/poster/poster-size.ts';
import { QrImage } from '#app/ui/print/qr-image.tsx';
import { requireRole } from '../../guards.server.ts';
import { addressOf, findScreen, screenCrumbs } from './find-screen.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.name ?? m.poster_screens_title() },
];

const savedWords: Record<string, () => string> = {
  added: m.poster_screen_saved_added,
  edited: m.poster_screen_saved_edited,
  address: m.poster_screen_saved_address,
};

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, 'editor');
  const screen = await findScreen(args);
  const { id, name, shape, seconds, documentIds } = screen;
  const address = addressOf(screen, args.request);
  const shown = await postersOnScreen(reader, screen);
  const published = await readPosters(reader, screen.language);
  const isPublished = (documentId: string) => published.some((poster) => poster.documentId === documentId);
  const size = sizeOfShape[shape];
  const saved = new URL(args.request.url).searchParams.get('saved') ?? '';
  return {
    id,
    name,
    crumbs: screenCrumbs(),
    saved: Object.hasOwn(savedWords, saved) ? saved : null,
    address,
    code: qrCode(address),
    size,
    pixels: posterSize(size, 'upright').pixels,
    pace: m.poster_screen_pace({ count: shown.length, seconds }),
    gone: documentIds.filter((documentId) => !isPublished(documentId)).length,
    unsaid: documentIds.filter(isPublished).length - shown.length,
    shown: shown.map(({ slug, title, language }) => ({ slug, title, language })),
  };
}

export default function ScreenPage() {
  const { id, name, crumbs, saved, address, code, size, pixels, pace, gone, unsaid, shown } =
    useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={crumbs} here={name} />
      {saved && <Notice tone="good">{savedWords[saved]!()}</Notice>}
      <PageHead eyebrow={m.poster_screen()} title={name} lead={pace} />
      {gone > 0 && <Notice>{m.poster_screen_gone({ count: gone })}</Notice>}
      {unsaid > 0 && <Notice>{m.poster_screen_unsaid({ count: unsaid })}</Notice>}
      <section className="screen-address" aria-labelledby="address">
        <div>
          <h2 id="address" className="mb-2">
            {m.poster_screen_address()}
          </h2>
          <p className="mb-2">{m.poster_screen_address_how()}</p>
          <p className="code-text mb-4">
            <a href={address}>{address}</a>
          </p>
          <p className="soft small mb-4">{m.poster_screen_address_who()}</p>
          <div className="actions">
            <CopyButton text={address}>{m.poster_screen_copy()}</CopyButton>
            <QuietButton to={`/studio/screens/${id}/address`}>{m.poster_screen_address_new()}</QuietButton>
          </div>
        </div>
        <div className="square-code">
          <QrImage {...code} label={m.poster_screen_code({ name })} />
        </div>
      </section>
      <section className="section" aria-labelledby="shown">
        <h2 id="shown" className="mb-6">
          {m.poster_screen_shown()}
        </h2>
        {shown.length === 0 && <p>{m.poster_screen_empty()}</p>}
        <ol className="poster-wall">
          {shown.map(({ slug, title, language }) => (
            <li key={slug}>
              <Link to={`/posters/${slug}?language=${language}`}>
                <PosterPicture
                  src={`/posters/${slug}.png?size=${size}&language=${language}`}
                  alt=""
                  pixels={[pixels[0], pixels[1]]}
                  sizes="(min-width: 64rem) 17rem, (min-width: 40rem) 30vw, 45vw"
                  widest={480}
                />
                <h3 dir="auto">{title}</h3>
              </Link>
            </li>
          ))}
        </ol>
        <div className="actions mt-8">
          <Button to={`/studio/screens/${id}/edit`}>{m.poster_screen_edit()}</Button>
          {shown.length > 0 && (
            <a className="btn btn-quiet" href={`/studio/screens/${id}.zip`}>
              {m.poster_screen_zip()}
            </a>
          )}
          <QuietButton to={`/studio/screens/${id}/remove`}>{m.poster_screen_remove()}</QuietButton>
        </div>
      </section>
    </>
  );
}
