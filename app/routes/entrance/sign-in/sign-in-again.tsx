import * as m from '#app/messages/generated/messages.js';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import type { CarriedForm } from '../../carried-form.ts';
import { OtherWays } from './other-ways.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Shown in place of what a form would have led to when its sender's session had run out. */
export function SignInAgainPage({ name, carried }: { name: string; carried: CarriedForm }) {
  return (
    <NarrowPage
      name={name}
      line={m.app_footer()}
      title={m.entrance_again_title()}
      lead={m.entrance_again_lead()}
    >
      <SignInForm carried={carried} />
      <OtherWays carried={carried} />
    </NarrowPage>
  );
}
