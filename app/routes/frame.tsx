import { useLocation, useMatches } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Link } from '#app/ui/link/link.tsx';
import { Banner } from '#app/ui/page/banner.tsx';
import { barHolds, type NavItem } from '#app/ui/page/main-nav.tsx';
import { Shell } from '#app/ui/page/shell.tsx';
import type { FrameData } from './frame.server.ts';
import { TabletDone } from './tablet-frame.tsx';

export type PageHandle = {
  /** A page without the shell, such as signing in. */
  standsAlone?: true;
  /** One served in answer to the address of another: a script would look for that other page's data. */
  withoutScript?: true;
  /** One of text: it comes without the program's scripts, which weigh more than all the rest, and with its own. */
  toRead?: true;
};

const says = (handle: unknown, mark: keyof PageHandle) => (handle as PageHandle | undefined)?.[mark] === true;

export type Scripts = 'all' | 'reading' | 'none';

/** A shared device's page goes by itself when nobody is there any more, so it has them all. */
export function scriptsFor(handles: unknown[], frame: FrameData | undefined): Scripts {
  if (handles.some((handle) => says(handle, 'withoutScript'))) return 'none';
  return handles.some((handle) => says(handle, 'toRead')) && !frame?.me?.onTablet ? 'reading' : 'all';
}

export function useScripts(frame: FrameData | undefined): Scripts {
  return scriptsFor(
    useMatches().map(({ handle }) => handle),
    frame,
  );
}

function SampleBanner() {
  return <Banner label={m.app_sample_label()}>{m.app_sample_banner()}</Banner>;
}

/** What stands without the shell: in the sample company still under its banner. */
export function OutsideShell({ frame, children }: { frame: FrameData | undefined; children: ReactNode }) {
  return (
    <>
      {frame?.sample && <SampleBanner />}
      {children}
    </>
  );
}

function navigation(me: NonNullable<FrameData['me']>, path: string): NavItem[] {
  const at = (to: string) => path === to || path.startsWith(`${to}/`);
  const items: NavItem[] = [
    { to: '/', label: m.app_nav_today(), icon: 'sun', current: path === '/' },
    { to: '/learn', label: m.app_nav_learn(), icon: 'book', current: at('/learn') || at('/certificates') },
  ];
  if (me.headsPeople)
    items.push({
      to: '/team',
      label: m.app_nav_team(),
      icon: 'people',
      current: at('/team') || at('/talks'),
    });
  if (me.keepsPeople) items.push({ to: '/hr', label: m.app_nav_hr(), icon: 'table', current: at('/hr') });
  if (me.publishes)
    items.push({ to: '/studio', label: m.app_nav_studio(), icon: 'pen', current: at('/studio') });
  if (me.keepsHouse)
    items.push({ to: '/admin', label: m.app_nav_admin(), icon: 'sliders', current: at('/admin') });
  // Beside what is learnt where a phone's bar has room for it, else in the menu: everyone's own work comes first.
  const cases: NavItem = { to: '/cases', label: m.cases_title(), icon: 'pair', current: at('/cases') };
  const newsletter: NavItem = {
    to: '/newsletter',
    label: m.app_nav_newsletter(),
    icon: 'sheet',
    current: at('/newsletter') || at('/posters'),
  };
  const room = Math.max(0, barHolds - items.length);
  const toRead = [cases, newsletter];
  return [...items.toSpliced(2, 0, ...toRead.slice(0, room)), ...toRead.slice(room)];
}

function accountMenu({ name, readsPlans, mendsQuestions }: NonNullable<FrameData['me']>) {
  return {
    name,
    links: [
      { to: '/actions', label: m.action_mine() },
      ...(readsPlans ? [{ to: '/talks', label: m.talk_plans_title() }] : []),
      { to: '/posters', label: m.poster_title() },
      { to: '/notices', label: m.app_nav_notices() },
      ...(mendsQuestions ? [{ to: '/hr/courses', label: m.hr_courses_menu() }] : []),
      { to: '/account', label: m.app_nav_account() },
      { to: '/sign-out', label: m.app_nav_sign_out() },
    ],
  };
}

/** What is around a page: the shell for whoever is signed in, next to nothing for pages that stand alone. */
export function Frame({ frame, children }: { frame: FrameData; children: ReactNode }) {
  const { pathname } = useLocation();
  const standsAlone = useMatches().some(({ handle }) => says(handle, 'standsAlone'));
  if (!frame.me || standsAlone) return <OutsideShell frame={frame}>{children}</OutsideShell>;
  return (
    <Shell
      name={frame.companyName ?? m.app_name()}
      items={navigation(frame.me, pathname)}
      banner={frame.sample ? <SampleBanner /> : undefined}
      action={frame.me.onTablet ? <TabletDone name={frame.me.name} /> : undefined}
      account={frame.me.onTablet ? undefined : accountMenu(frame.me)}
      footer={
        <div className="flex flex-wrap items-center gap-x-5">
          {m.app_footer()}
          <Link className="inline-block py-2" to="/privacy">
            {m.app_privacy()}
          </Link>
        </div>
      }
    >
      {children}
    </Shell>
  );
}
