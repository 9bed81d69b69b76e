import type { CarriedForm } from '../../carried-form.ts';
import { carriedAction, carriedPrefix } from '../../carried-form.ts';

/** A form that waits to be sent, as fields of the form that comes before it. */
export function CarriedFields({ carried }: { carried: CarriedForm }) {
  return (
    <>
      <input type="hidden" name={carriedAction} value={carried.action} />
      {carried.fields.map(([name, value], index) => (
        // A field may come several times, with the same value even.
        <input key={`${index} ${name}`} type="hidden" name={carriedPrefix + name} value={value} />
      ))}
    </>
  );
}
