import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { beginSecondFactor } from '#app/domain/access/second-factor/begin-second-factor.server.ts';
import { newTotpSecret } from '#app/domain/access/second-factor/totp.ts';
import * as m from '#app/messages/generated/messages.js';
import { transact } from '#app/platform/db/database.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { requireSession } from '../../guards.server.ts';
import { AccountCrumbs } from './account-crumbs.tsx';

export const meta: MetaFunction = () => [{ title: m.factor_set_up_title() }];

const home = '/account/second-factor';

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  return { next: safePath(new URL(args.request.url).searchParams.get('next'), home) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSession(args);
  const next = safePath((await args.request.formData()).get('next'), home);
  const begun = await transact((tx) => beginSecondFactor(tx, actor, { secret: newTotpSecret() }));
  if ('refused' in begun) throw redirect(home, 303);
  throw redirect(`${home}/confirm?next=${encodeURIComponent(next)}`, 303);
}

export default function SetUpSecondFactor() {
  const { next } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountCrumbs below="second-factor" here={m.factor_set_up_title()} />
      <PageHead title={m.factor_set_up_title()} lead={m.factor_off_need()} />
      <form method="post" className="actions">
        <input type="hidden" name="next" value={next} />
        <SubmitOnce>{m.factor_set_up_button()}</SubmitOnce>
      </form>
    </>
  );
}
