import * as m from '#app/messages/generated/messages.js';
import { CopyButton } from '#app/ui/codes/copy-button.tsx';
import { Button } from '#app/ui/form/button.tsx';
import { PageHead } from '#app/ui/page/page-head.tsx';
import { AccountCrumbs } from './account-crumbs.tsx';

type Props = { title: string; codes: string[]; next: string };

/** Shown once, in answer to the form that made them. */
export function BackupCodes({ title, codes, next }: Props) {
  return (
    <>
      <AccountCrumbs below="second-factor" here={m.factor_codes_title()} />
      <PageHead title={title} lead={m.factor_codes_lead()} />
      <h2 className="mb-4">{m.factor_codes_title()}</h2>
      <ol className="code-list">
        {codes.map((code) => (
          <li key={code} className="code-text">
            {code}
          </li>
        ))}
      </ol>
      <p className="prose mt-6">{m.factor_codes_keep()}</p>
      <div className="actions mt-8">
        <Button to={next} reloadDocument>
          {m.factor_codes_done()}
        </Button>
        <CopyButton text={codes.join('\n')}>{m.factor_codes_copy()}</CopyButton>
      </div>
    </>
  );
}
