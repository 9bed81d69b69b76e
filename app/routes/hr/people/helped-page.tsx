import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Notice } from '#app/ui/page/banner.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';

type Props = {
  here: string;
  title: string;
  lead: string;
  /** What has just been done. */
  done: string | null;
  /** Null where there is nothing to do. */
  button: string | null;
};

/** One thing that HR does about how somebody signs in. */
export function HelpedPage({ here, title, lead, done, button }: Props) {
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/hr', label: m.hr_title() },
          { to: '/hr/people', label: m.hr_people_title() },
        ]}
        here={here}
      />
      {done && <Notice tone="good">{done}</Notice>}
      <PageHead title={title} lead={done ? undefined : lead} />
      <form method="post" className="actions">
        {button && <SubmitOnce>{button}</SubmitOnce>}
        <QuietButton to="/hr/people">{m.factor_other_back()}</QuietButton>
      </form>
    </>
  );
}
