import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { QuietButton } from '#app/ui/form/button.tsx';
import { requireOwnDevice } from '../../guards.server.ts';
import type { ShownSignIn } from './shown-sign-in.server.ts';
import { shownSignIns } from './shown-sign-in.server.ts';

export const meta: MetaFunction = () => [{ title: m.account_sign_ins_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireOwnDevice(args);
  return { signIns: await shownSignIns(session, args.request) };
}

export default function SignIns() {
  const { signIns } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumb items={[{ to: '/account', label: m.account_title() }]} here={m.account_sign_ins_title()} />
      <PageHead title={m.account_sign_ins_title()} lead={m.account_sign_ins_lead()} />
      <ul className="lines max-w-wide">
        {signIns.map((signIn) => (
          <Line key={signIn.handle} signIn={signIn} />
        ))}
      </ul>
      <form method="post" action="/account/sessions/end-all" className="section">
        <p className="soft mb-4">{m.account_end_all_hint()}</p>
        <SubmitOnce>{m.account_end_all()}</SubmitOnce>
      </form>
    </>
  );
}

function Line({ signIn }: { signIn: ShownSignIn }) {
  const { handle, what, since, used, isThis } = signIn;
  return (
    <li>
      <h2 dir="auto">
        {what} {isThis && <span className="state state-good">{m.account_this_one()}</span>}
      </h2>
      <QuietButton
        small
        to={`/account/sessions/${handle}/end`}
        aria-label={m.account_end_of({ what, since })}
      >
        {m.account_end()}
      </QuietButton>
      <p className="soft">{m.account_since({ since, used })}</p>
    </li>
  );
}
