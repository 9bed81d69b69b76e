import { useActionData, useLoaderData } from '@remix-run/react';
import * as m from '#app/messages/generated/messages.js';
import { NarrowPage } from '#app/ui/page/narrow-page.tsx';
import { CodePage } from '../second-factor/code-form.tsx';
import { SendNow } from '../sign-in/send-now.tsx';
import { ChooseForm } from './choose-form.tsx';
import { DeadLink } from './dead-link.tsx';
import type { showLink, spendLink } from './link.server.ts';
import { TooEarly } from './too-early.tsx';

type Loader = () => ReturnType<typeof showLink>;
type Action = () => ReturnType<typeof spendLink>;

export function LinkPage({ title, lead }: { title: (name: string) => string; lead: string }) {
  const { company, bearer, next } = useLoaderData<Loader>();
  const answer = useActionData<Action>();
  if (answer?.sendNow) return <SendNow name={company} carried={answer.sendNow} />;
  if (answer?.askCode) return <CodePage name={company} carried={answer.askCode} />;
  if (answer?.startsOn) return <TooEarly name={company} startsOn={answer.startsOn} />;
  if (!bearer || answer?.stand === 'dead') return <DeadLink name={company} />;
  return (
    <NarrowPage name={company} line={m.app_footer()} title={title(bearer.name)} lead={lead}>
      <ChooseForm
        reply={answer?.reply}
        signInName={bearer.signInName}
        next={next}
        carried={answer && 'carried' in answer ? answer.carried : null}
      />
    </NarrowPage>
  );
}
