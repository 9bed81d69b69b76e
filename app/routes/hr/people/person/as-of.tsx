import * as m from '#app/messages/generated/messages.js';
import { QuietButton } from '#app/ui/form/button.tsx';
import { Field } from '#app/ui/form/field.tsx';
import { DateInput } from '#app/ui/form/text-input.tsx';

type Props = { id: string; day: string; says: string | null };

/** Asks for any day, and says how things were on it. */
export function AsOf({ id, day, says }: Props) {
  return (
    <form method="get" action={`/hr/people/${id}`} className="form mt-10">
      <Field label={m.hr_as_of()} hint={m.hr_as_of_hint()}>
        <DateInput name="on" defaultValue={day} required />
      </Field>
      <div>
        <QuietButton>{m.hr_as_of_button()}</QuietButton>
      </div>
      {says && (
        <output dir="auto" className="notice block">
          {says}
        </output>
      )}
    </form>
  );
}
