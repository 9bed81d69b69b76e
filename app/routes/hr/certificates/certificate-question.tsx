import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { Facts } from '../facts.tsx';

type Props = {
  crumbs: { to: string; label: string }[];
  back: string;
  facts: { what: string; is: string }[];
  title: string;
  lead: string;
  /** What has just been done. */
  done: string | null;
  /** Why there is nothing to do, in place of the form. */
  over: string | null;
  errors: ReactNode;
  children: ReactNode;
};

/** A page about one certificate that asks before something is done for good. */
export function CertificateQuestion({
  crumbs,
  back,
  facts,
  title,
  lead,
  done,
  over,
  errors,
  children,
}: Props) {
  return (
    <>
      <Breadcrumb items={crumbs} here={title} />
      {done && <Notice tone="good">{done}</Notice>}
      <PageHead title={title} lead={done ? undefined : (over ?? lead)} />
      {errors}
      <div className="columns">
        <div>{over ? <QuietButton to={back}>{m.certificates_hr_back()}</QuietButton> : children}</div>
        <Facts title={m.certificates_page_title()} facts={facts} />
      </div>
    </>
  );
}
