import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readPersonCard } from '#app/domain/people/directory/person-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { reader } from '#app/platform/db/database.server.ts';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { notFound, requireOwnDevice } from '../../guards.server.ts';

export const meta: MetaFunction = () => [{ title: m.account_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireOwnDevice(args);
  const card = await readPersonCard(reader, actor.id);
  if (!card) return notFound();
  const { name, email, employeeNumber: number } = card;
  return { name, signInWith: email && number ? m.account_either({ email, number }) : (email ?? number) };
}

const pages = () => [
  { to: '/password', title: m.account_password_title(), about: m.account_password_about() },
  { to: '/account/sessions', title: m.account_sign_ins_title(), about: m.account_sign_ins_about() },
  { to: '/account/mail', title: m.mailing_preferences_title(), about: m.mailing_preferences_about() },
  { to: '/account/second-factor', title: m.account_factor_title(), about: m.account_factor_about() },
  { to: '/account/pin', title: m.account_pin_title(), about: m.account_pin_about() },
  { to: '/privacy', title: m.account_privacy_title(), about: m.account_privacy_about() },
];

export default function Account() {
  const { name, signInWith } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead eyebrow={m.account_title()} title={name}>
        <dl>
          <dt className="soft small">{m.account_signed_in_as()}</dt>
          <dd className="text-lead" dir="auto">
            {signInWith}
          </dd>
        </dl>
      </PageHead>
      <ul className="lines max-w-wide">
        {pages().map(({ to, title, about }) => (
          <li key={to}>
            <h2>
              <Link to={to}>{title}</Link>
            </h2>
            <p className="soft">{about}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
