import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayCancel, mayGoOn, mayPause, maySettle } from '#app/domain/culture/mailings/mailing.ts';
import * as m from '#app/messages/generated/messages.js';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { Button, QuietButton } from '#app/ui/form/button.tsx';
import { Aside } from '#app/ui/page/aside.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { requireRole } from '../../guards.server.ts';
import { findMailing, listCrumb } from './find-mailing.server.ts';
import { saidIn, stateTones, stateWords } from './mailing-words.ts';
import { mailObstacle } from './obstacle.server.ts';
import { ReaderProgress } from './reader-progress.tsx';
import { shownMailing } from './shown-mailing.server.ts';
import { useLookingAgain } from './use-looking-again.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.mailing.subject ?? m.mailing_title() },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireRole(args, 'editor');
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  const mailing = await findMailing(args);
  const { state } = mailing;
  const shown = await shownMailing(mailing, { locale, timeZone: actor.siteTimeZone });
  return {
    crumbs: [listCrumb()],
    obstacle: state === 'done' || state === 'cancelled' ? null : mailObstacle(),
    said: saidIn(new URL(args.request.url).searchParams),
    may: {
      pause: mayPause(state),
      goOn: mayGoOn(state) && !shown.withdrawn,
      cancel: mayCancel(state),
      settle: maySettle(state),
    },
    mailing: shown,
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Mailing() {
  const { crumbs, obstacle, said, may, mailing } = useLoaderData<typeof loader>();
  const { subject, title, shown, withdrawn, paused, begins, reach, progress, facts, steps } = mailing;
  useLookingAgain(progress?.isMoving ?? false);
  return (
    <>
      <Breadcrumb items={crumbs} here={subject} />
      {said && <Notice tone="good">{said}</Notice>}
      {obstacle && <Notice tone={obstacle.blocks ? 'bad' : 'plain'}>{obstacle.words}</Notice>}
      {withdrawn && <Notice tone="bad">{m.mailing_withdrawn()}</Notice>}
      <PageHead eyebrow={m.mailing_of({ title })} title={subject}>
        <StateMark tone={stateTones[shown]}>{stateWords[shown]()}</StateMark>
      </PageHead>
      <div className="columns">
        <div>
          {paused && <p className="mb-6 max-w-wide">{paused}</p>}
          {begins && <p className="mb-6">{begins}</p>}
          {mailing.state !== 'planned' && <Actions id={mailing.id} state={mailing.state} may={may} />}
          {progress && <ReaderProgress id={mailing.id} settle={may.settle} {...progress} />}
          <ul className="prose mb-8">
            {reach.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {mailing.state === 'planned' && <Actions id={mailing.id} state={mailing.state} may={may} />}
        </div>
        <div>
          <Aside title={m.mailing_facts()}>
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
          </Aside>
          <Aside title={m.mailing_steps()}>
            <ol>
              {steps.map(({ seq, words, when }) => (
                <li key={seq} className="py-2">
                  <span dir="auto">{words}</span>
                  <span className="soft small num block">{when}</span>
                </li>
              ))}
            </ol>
          </Aside>
        </div>
      </div>
    </>
  );
}

function Actions({ id, state, may }: { id: string; state: string; may: Loaded['may'] }) {
  const to = (path: string) => `/studio/mailings/${id}/${path}`;
  return (
    <div className="actions mb-8 empty:hidden">
      {state === 'planned' && (
        <>
          <Button to={to('send')}>{m.mailing_send()}</Button>
          <QuietButton to={to('test')}>{m.mailing_test()}</QuietButton>
          <QuietButton to={to('edit')}>{m.mailing_edit()}</QuietButton>
        </>
      )}
      {may.pause && <QuietButton to={to('pause')}>{m.mailing_pause()}</QuietButton>}
      {may.goOn && <Button to={to('go-on')}>{m.mailing_go_on()}</Button>}
      {may.cancel && <QuietButton to={to('cancel')}>{m.mailing_cancel()}</QuietButton>}
    </div>
  );
}
