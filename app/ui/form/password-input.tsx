import { useState, useSyncExternalStore, type ComponentPropsWithoutRef } from 'react';
import * as m from '#app/messages/generated/messages.js';

export type PasswordInputProps = Omit<ComponentPropsWithoutRef<'input'>, 'type'>;

const neverChanges = () => () => {};
const onClient = () => true;
const onServer = () => false;

export function PasswordInput({ className, ...props }: PasswordInputProps) {
  // A button that only a script can answer is not offered without one.
  const scripted = useSyncExternalStore(neverChanges, onClient, onServer);
  const [shown, setShown] = useState(false);

  return (
    <div className="password">
      <input
        autoCapitalize="none"
        spellCheck={false}
        {...props}
        type={shown ? 'text' : 'password'}
        className={className ? `input ${className}` : 'input'}
      />
      {scripted && (
        <button
          type="button"
          className="password-show"
          aria-label={m.ui_password_show()}
          aria-pressed={shown}
          aria-controls={props.id}
          onClick={() => setShown(!shown)}
        >
          {shown ? m.ui_password_hide_short() : m.ui_password_show_short()}
        </button>
      )}
    </div>
  );
}
