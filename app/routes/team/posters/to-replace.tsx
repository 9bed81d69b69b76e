import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';

type Outdated = { slug: string; title: string; language: string; isGone: boolean; where: string };

/** What hangs and should not, or not any more as it is: the one thing to do on this page comes first. */
export function ToReplace({
  siteId,
  paper,
  posters,
}: {
  siteId: string;
  paper: string;
  posters: Outdated[];
}) {
  return (
    <section className="mb-12 max-w-wide" aria-labelledby="to-replace">
      <h2 id="to-replace" className="mb-4">
        {m.poster_list_to_replace({ count: posters.length })}
      </h2>
      <ul className="lines">
        {posters.map(({ slug, title, language, isGone, where }) => (
          <li key={slug}>
            <h3 dir="auto" lang={language}>
              {title}
            </h3>
            <StateMark tone="due">{isGone ? m.poster_list_gone() : m.poster_list_outdated()}</StateMark>
            <p className="soft">{where}</p>
            {isGone ? (
              <form
                method="post"
                action={`/team/posters/${siteId}/${slug}/take-down`}
                className="actions full"
              >
                <SubmitOnce>
                  {m.poster_list_take_down()} <span className="sr-only">{title}</span>
                </SubmitOnce>
              </form>
            ) : (
              <form method="post" action={`/team/posters/${siteId}/${slug}/hang`} className="actions full">
                <a className="btn btn-quiet" href={`/posters/${slug}.pdf?size=${paper}&language=${language}`}>
                  {m.poster_list_print_new()} <span className="sr-only">{title}</span>
                </a>
                <input type="hidden" name="language" value={language} />
                <SubmitOnce>
                  {m.poster_list_hung_today()} <span className="sr-only">{title}</span>
                </SubmitOnce>
                <QuietButton to={`/team/posters/${siteId}/${slug}/take-down`}>
                  {m.poster_list_take_down()} <span className="sr-only">{title}</span>
                </QuietButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
