import { useId, type ReactNode } from 'react';

type Props = { title: string; facts: { what: string; is: ReactNode }[] };

/** What is so, each with its name. */
export function Facts({ title, facts }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="aside">
      <h2 id={id}>{title}</h2>
      <dl>
        {facts.map(({ what, is }) => (
          <div key={what} className="py-2">
            <dt className="soft small">{what}</dt>
            <dd dir="auto" className="wrap-anywhere">
              {is}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
