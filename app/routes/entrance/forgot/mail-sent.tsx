import { Link } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { CarriedForm } from '../../carried-form.ts';
import { SignInForm } from '../sign-in/sign-in-form.tsx';

type Props = { name: string; next?: string; carried?: CarriedForm | null };

/** The same whether there is such an account or not. Whoever brought a form along finds it when they sign in below. */
export function MailSent({ name, next, carried }: Props) {
  const query = next && next !== '/' ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <NarrowPage
      name={name}
      line={m.app_footer()}
      title={m.entrance_sent_title()}
      lead={m.entrance_sent_lead()}
    >
      <ul className="prose">
        <li>{m.entrance_sent_once()}</li>
        <li>{m.entrance_sent_nothing()}</li>
      </ul>
      {carried ? (
        <section className="section" aria-labelledby="kept">
          <h2 id="kept">{m.entrance_sent_kept_title()}</h2>
          <p className="mb-6">{m.entrance_sent_kept()}</p>
          <SignInForm carried={carried} />
        </section>
      ) : (
        <p className="mt-8">
          <Link to={`/sign-in${query}`} className="inline-flex min-h-touch items-center">
            {m.entrance_back_to_sign_in()}
          </Link>
        </p>
      )}
    </NarrowPage>
  );
}
