import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '../form/button.tsx';

export type FiltersProps = {
  label: string;
  action?: string;
  /** Where nothing is filtered; left out while nothing is. */
  clear?: string;
  children: ReactNode;
};

/** Each filter is a `Field` with a `Select` or a `TextInput`; the address holds what was chosen. */
export function Filters({ label, action, clear, children }: FiltersProps) {
  return (
    <Form method="get" action={action} className="filters" aria-label={label} preventScrollReset>
      {children}
      <div className="filters-end">
        <QuietButton>{m.ui_filters_apply()}</QuietButton>
        {clear && (
          <QuietButton to={clear} className="border-transparent">
            {m.ui_filters_clear()}
          </QuietButton>
        )}
      </div>
    </Form>
  );
}
