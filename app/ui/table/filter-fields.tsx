import { useState, type ChangeEvent } from 'react';
import { Field } from '../form/field.tsx';
import { Select, type SelectOption } from '../form/select.tsx';
import { DateInput, TextInput } from '../form/text-input.tsx';

/** What is typed, until the address says something else: clearing all filters empties the fields too. */
function useValue(said: string) {
  const [kept, keep] = useState({ said, typed: said });
  if (kept.said !== said) keep({ said, typed: said });
  const onChange = ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    keep({ said, typed: target.value });
  return { value: kept.typed, onChange };
}

export type FilterTextProps = { label: string; name: string; value: string; placeholder?: string };

export function FilterText({ label, name, value, placeholder }: FilterTextProps) {
  return (
    <Field label={label}>
      <TextInput type="search" name={name} placeholder={placeholder} maxLength={100} {...useValue(value)} />
    </Field>
  );
}

export type FilterSelectProps = {
  label: string;
  name: string;
  value: string;
  options: SelectOption[];
  /** The choice that filters nothing. */
  all: string;
};

export function FilterSelect({ label, name, value, options, all }: FilterSelectProps) {
  return (
    <Field label={label}>
      <Select name={name} options={options} empty={all} {...useValue(value)} />
    </Field>
  );
}

export type FilterDateProps = { label: string; name: string; value: string };

export function FilterDate({ label, name, value }: FilterDateProps) {
  return (
    <Field label={label}>
      <DateInput name={name} {...useValue(value)} />
    </Field>
  );
}
