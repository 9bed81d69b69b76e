import { Link, useLocation, useMatches } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { Banner } from '#app/ui/page/banner.tsx';
import type { NavItem } from '#app/ui/page/main-nav.tsx';
import { Shell } from '#app/ui/page/shell.tsx';
import type { FrameData } from './frame.server.ts';
import { TabletDone } from './tablet-frame.tsx';

export type PageHandle = {
  /** A page without the shell, such as signing in. */
  standsAlone?: true;
  /** One served in answer to the address of another: a script would look for that other page's data. */
  withoutScript?: true;
};

const isSaid = (mark: keyof PageHandle) => (match: { handle: unknown }) =>
  (match.handle as PageHandle | undefined)?.[mark] === true;

export function useScripts(): boolean {
  return !useMatches().some(isSaid('withoutScript'));
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
    { to: '/learn', label: m.app_nav_learn(), icon: 'book', current: at('/learn') },
  ];
  if (me.headsPeople)
    items.push({ to: '/team', label: m.app_nav_team(), icon: 'people', current: at('/team') });
  if (me.keepsPeople) items.push({ to: '/hr', label: m.app_nav_hr(), icon: 'table', current: at('/hr') });
  if (me.keepsHouse)
    items.push({ to: '/admin', label: m.app_nav_admin(), icon: 'sliders', current: at('/admin') });
  return items;
}

function accountMenu({ name }: NonNullable<FrameData['me']>) {
  return {
    name,
    links: [
      { to: '/notices', label: m.app_nav_notices() },
      { to: '/account', label: m.app_nav_account() },
      { to: '/sign-out', label: m.app_nav_sign_out() },
    ],
  };
}

/** What is around a page: the shell for whoever is signed in, next to nothing for pages that stand alone. */
export function Frame({ frame, children }: { frame: FrameData; children: ReactNode }) {
  const { pathname } = useLocation();
  const standsAlone = useMatches().some(isSaid('standsAlone'));
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
