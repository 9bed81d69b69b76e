import type { ReactNode } from 'react';
import { QuietButton } from '#app/ui/form/button.tsx';
import { FormErrors } from '#app/ui/form/form-errors.tsx';
import { SubmitOnce } from '#app/ui/form/submit-once.tsx';
import { Breadcrumb } from '#app/ui/page/breadcrumb.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';

type Props = {
  crumbs: { to: string; label: string }[];
  title: string;
  lead: string;
  error?: string;
  /** Null where it cannot be done. */
  button: string | null;
  back: { to: string; label: string };

  children?: ReactNode;
};

/** One thing to do, what follows from it, and the way out. */
export function Question({ crumbs, title, lead, error, button, back, children }: Props) {
  return (
    <>
      <Breadcrumb items={crumbs} here={title} />
      <PageHead title={title} lead={lead} />
      <FormErrors errors={error ? [{ message: error }] : []} answer={error} />
      {children}
      <form method="post" className="form-end">
        {button && <SubmitOnce>{button}</SubmitOnce>}
        <QuietButton to={back.to}>{back.label}</QuietButton>
      </form>
    </>
  );
}
