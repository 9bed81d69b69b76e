import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readSecondFactor } from '#app/domain/access/second-factor/second-factor-reads.server.ts';
import { readCompany } from '#app/domain/people/company-reads.server.ts';
import * as m from '#app/messages/generated/messages.js';
import { dateIn } from '#app/platform/clock/clock.server.ts';
import { reader } from '#app/platform/db/database.server.ts';
import { safePath } from '#app/platform/http/safe-path.ts';
import { formatDay } from '#app/platform/locale/format.ts';
import { readerLocale } from '#app/platform/locale/reader-locale.ts';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { StateMark } from '#app/ui/page/state-mark.tsx';
import { requireSession } from '../../guards.server.ts';
import { AccountCrumbs } from './account-crumbs.tsx';

export const meta: MetaFunction = () => [{ title: m.factor_title() }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, mustSetUpFactor } = await requireSession(args);
  const company = await readCompany(reader);
  const factor = await readSecondFactor(reader, actor.id);
  const query = new URL(args.request.url).searchParams;
  const locale = readerLocale(args.request.headers.get('Accept-Language'), actor.language);
  return {
    must: mustSetUpFactor,
    asked: company?.requireSecondFactor === true && actor.roles.length > 0,
    next: safePath(query.get('next'), '/account/second-factor'),
    turnedOff: query.get('saved') === 'off',
    on:
      factor.state === 'on'
        ? {
            since: formatDay(dateIn(actor.siteTimeZone, factor.since), locale),
            codesLeft: factor.codesLeft,
          }
        : null,
  };
}

export default function SecondFactor() {
  const { must, asked, next, turnedOff, on } = useLoaderData<typeof loader>();
  return (
    <>
      {!must && <AccountCrumbs here={m.factor_title()} />}
      {turnedOff && <Notice tone="good">{m.factor_turned_off()}</Notice>}
      {must && <Notice>{m.factor_must()}</Notice>}
      <PageHead title={m.factor_title()} lead={m.factor_lead()}>
        {on && <StateMark tone="good">{m.factor_on_since({ date: on.since })}</StateMark>}
      </PageHead>
      {on ? <WhenOn codesLeft={on.codesLeft} asked={asked} /> : <WhenOff next={next} />}
    </>
  );
}

function WhenOff({ next }: { next: string }) {
  return (
    <>
      <div className="prose">
        <p>{m.factor_off_what()}</p>
        <p>{m.factor_off_need()}</p>
      </div>
      <form method="post" action="/account/second-factor/set-up" className="actions mt-8">
        <input type="hidden" name="next" value={next} />
        <SubmitOnce>{m.factor_set_up_button()}</SubmitOnce>
      </form>
    </>
  );
}

function WhenOn({ codesLeft, asked }: { codesLeft: number; asked: boolean }) {
  return (
    <ul className="lines max-w-wide">
      <li>
        <h2>
          <Link to="/account/second-factor/codes">{m.factor_new_codes_title()}</Link>
        </h2>
        <p className="soft">{m.factor_codes_left({ count: codesLeft })}</p>
      </li>
      <li>
        <h2>
          <Link to="/account/second-factor/off">{m.factor_off_title()}</Link>
        </h2>
        <p className="soft">{asked ? m.factor_off_asked() : m.factor_off_about()}</p>
      </li>
    </ul>
  );
}
