import type { FormMetadata } from '@conform-to/react';

/** Every error of a form, each with the id of the field it belongs to. */
export function errorSummary<Schema extends Record<string, unknown>>(
  form: Pick<FormMetadata<Schema, string[]>, 'id' | 'allErrors'>,
): { message: string; fieldId?: string }[] {
  return Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => ({ message, fieldId: name ? `${form.id}-${name}` : undefined })),
  );
}
