import { useRef, useSyncExternalStore, type ComponentPropsWithoutRef } from 'react';
import * as m from '#app/messages/generated/messages.js';
import type { Errors } from '../form/field-error.tsx';
import { Field } from '../form/field.tsx';
import { Icon } from '../page/icon.tsx';

export type PinFieldProps = {
  label: string;
  hint?: string;
  errors?: Errors;
  /** Large keys under the field, for fingers; a script has to answer them, so without one there are none. */
  keypad?: boolean;
  input: ComponentPropsWithoutRef<'input'>;
};

const neverChanges = () => () => {};
const onClient = () => true;
const onServer = () => false;

const length = 6;

/** Not a password field: no browser shall offer to remember what is typed on a device of many. */
export function PinField({ label, hint, errors, keypad = false, input }: PinFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const scripted = useSyncExternalStore(neverChanges, onClient, onServer);
  const withKeys = keypad && scripted;

  const press = (change: (typed: string) => string) => {
    if (!field.current) return;
    field.current.value = change(field.current.value).slice(0, length);
  };

  return (
    <div className="pin">
      <Field label={label} hint={hint} errors={errors} required>
        <input
          {...input}
          ref={field}
          type="text"
          className="input input-code input-veiled"
          inputMode={withKeys ? 'none' : 'numeric'}
          autoComplete="off"
          maxLength={length}
        />
      </Field>
      {withKeys && (
        <fieldset className="keypad">
          <legend className="sr-only">{m.ui_keypad()}</legend>
          {['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => (
            <button
              key={digit}
              type="button"
              className="btn btn-quiet"
              onClick={() => press((typed) => typed + digit)}
            >
              {digit}
            </button>
          ))}
          <button
            type="button"
            className="btn btn-quiet"
            aria-label={m.ui_keypad_back()}
            onClick={() => press((typed) => typed.slice(0, -1))}
          >
            <Icon name="back" />
          </button>
        </fieldset>
      )}
    </div>
  );
}
