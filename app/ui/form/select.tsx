import type { ComponentPropsWithoutRef } from 'react';

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = ComponentPropsWithoutRef<'select'> & {
  options?: SelectOption[];
  /** The words of the empty choice, for a select that starts with none. */
  empty?: string;
};

export function Select({ options = [], empty, className, children, ...props }: SelectProps) {
  return (
    <select {...props} className={className ? `input ${className}` : 'input'}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
      {children}
    </select>
  );
}
