import type { FieldMetadata } from '@conform-to/react';
import { getInputProps } from '@conform-to/react';
import { useState } from 'react';
import type { LengthAdvice } from '#app/domain/culture/mailings/planning/mailing-plan.ts';
import { Field } from '#app/ui/form/field.tsx';
import { TextInput } from '#app/ui/form/text-input.tsx';

type Props = {
  label: string;
  hint: string;
  field: FieldMetadata<string>;
  maxLength: number;
  required?: boolean;
  optional?: boolean;
  judge: (text: string) => LengthAdvice;
  words: Record<LengthAdvice, (inputs: { count: number }) => string>;
};

/** A line of text that says how long it is, and whether that is wise. It refuses nothing. */
export function CountedField({ label, hint, field, judge, words, maxLength, required, optional }: Props) {
  // A list may have been sent where one line was asked for.
  const [text, setText] = useState(String(field.initialValue ?? ''));
  const count = [...text.trim()].length;
  return (
    <div>
      <Field label={label} hint={hint} errors={field.errors} required={required} optional={optional}>
        <TextInput
          {...getInputProps(field, { type: 'text' })}
          dir="auto"
          autoComplete="off"
          maxLength={maxLength}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      {count > 0 && <p className="soft small num mt-1">{words[judge(text)]({ count })}</p>}
    </div>
  );
}
