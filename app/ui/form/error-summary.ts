import type { FormMetadata } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';

/** Every error of a form, with the label and the id of the field it belongs to. */
export function errorSummary<Schema extends Record<string, unknown>>(
  form: Pick<FormMetadata<Schema, string[]>, 'id' | 'allErrors'>,
  labels: Partial<Record<keyof Schema & string, string>> = {},
): { message: string; fieldId?: string }[] {
  return Object.entries(form.allErrors).flatMap(([name, problems]) => {
    const label = labels[name as keyof Schema & string];
    return problems.map((problem) => ({
      message: label ? m.ui_form_error_of({ label, problem }) : problem,
      fieldId: name ? `${form.id}-${name}` : undefined,
    }));
  });
}
