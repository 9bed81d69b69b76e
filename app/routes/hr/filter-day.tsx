import { useLocation } from '@remix-run/react';
import { Field } from '#app/ui/form/field.tsx';
import { DateInput } from '#app/ui/form/text-input.tsx';

type Props = { label: string; name: string; value: string };

/** As of which day. Keyed by what the address says, so that clearing the filters brings today back. */
export function FilterDay({ label, name, value }: Props) {
  const { search } = useLocation();
  return (
    <Field label={label}>
      <DateInput key={search} name={name} defaultValue={value} />
    </Field>
  );
}
