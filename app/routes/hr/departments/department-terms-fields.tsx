import type { FieldMetadata } from '@conform-to/react';
import { getInputProps, getSelectProps } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { Field } from '#app/ui/form/field.tsx';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';

type Props = {
  name: FieldMetadata<string>;
  function: FieldMetadata<string | undefined>;
  functions: SelectOption[];
};

/** What a department is called, and what it does. */
export function DepartmentTermsFields({ name, function: does, functions }: Props) {
  return (
    <>
      <Field label={m.hr_department_name()} errors={name.errors} required>
        <TextInput {...getInputProps(name, { type: 'text' })} autoComplete="off" maxLength={120} dir="auto" />
      </Field>
      <Field label={m.hr_department_function()} hint={m.hr_department_function_hint()} errors={does.errors}>
        <Select {...getSelectProps(does)} options={functions} empty={m.hr_department_function_inherited()} />
      </Field>
    </>
  );
}
