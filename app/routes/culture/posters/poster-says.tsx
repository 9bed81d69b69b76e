import * as m from '#app/messages/generated/messages.js';
import type { Said } from './said-on.ts';

/** In the order in which a reader's eye goes over it. */
export function PosterSays({ said, lang }: { said: Said; lang?: string }) {
  const { headlines, lines, attribution, bad, good, number, quote, thanks, steps, ask, figure } = said;
  return (
    <div className="poster-says" lang={lang} dir="auto">
      {number && <p className="num font-semibold">{number}</p>}
      {headlines.map(({ text, language }) => (
        <p key={text} className="font-semibold" lang={language ?? undefined} dir="auto">
          {text}
        </p>
      ))}
      {ask && <p className="font-semibold">{ask}</p>}
      {bad && <p>{m.poster_says_bad({ text: bad })}</p>}
      {good && <p>{m.poster_says_good({ text: good })}</p>}
      {quote && (
        <figure>
          <blockquote>{quote.text}</blockquote>
          <figcaption className="soft">{quote.by}</figcaption>
        </figure>
      )}
      {thanks && (
        <>
          <p className="font-semibold">{m.poster_says_thanks({ name: thanks.to })}</p>
          <p>{thanks.text}</p>
        </>
      )}
      {steps.length > 0 && (
        <ol className="list-decimal ps-6">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {lines.map(({ text, language }) => (
        <p key={text} lang={language ?? undefined} dir="auto">
          {text}
        </p>
      ))}
      {attribution && <p className="soft">{attribution}</p>}
      {figure && <p className="soft">{m.poster_says_figure({ text: figure })}</p>}
      {said.code && (
        <p>
          {said.qrSays && <>{said.qrSays}: </>}
          <a href={said.code.to} className="break-words">
            {said.code.shown}
          </a>
        </p>
      )}
    </div>
  );
}
