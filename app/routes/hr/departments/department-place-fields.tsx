import type { FieldMetadata } from '@conform-to/react';
import { getInputProps, getSelectProps } from '@conform-to/react';
import * as m from '#app/messages/generated/messages.js';
import { Field } from '#app/ui/form/field.tsx';
import type { SelectOption } from '#app/ui/form/select.tsx';
import { Select } from '#app/ui/form/select.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';

type Props = {
  parent: FieldMetadata<string | undefined>;
  head: FieldMetadata<string | undefined>;
  parents: SelectOption[];
};

/** Where a department stands, and who heads it. */
export function DepartmentPlaceFields({ parent, head, parents }: Props) {
  return (
    <>
      <Field label={m.hr_department_parent()} errors={parent.errors}>
        <Select {...getSelectProps(parent)} options={parents} empty={m.hr_department_parent_none()} />
      </Field>
      <Field label={m.hr_department_head()} hint={m.hr_department_head_hint()} errors={head.errors} optional>
        <TextInput
          {...getInputProps(head, { type: 'text' })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
      </Field>
    </>
  );
}
