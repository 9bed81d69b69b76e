import type { ComponentPropsWithoutRef } from 'react';

function classes(own: string, more: string | undefined): string {
  return more ? `${own} ${more}` : own;
}

export function TextInput({ className, type = 'text', ...props }: ComponentPropsWithoutRef<'input'>) {
  return <input {...props} type={type} className={classes('input', className)} />;
}

export function TextArea({ className, ...props }: ComponentPropsWithoutRef<'textarea'>) {
  return <textarea dir="auto" {...props} className={classes('input', className)} />;
}

export function DateInput({ className, ...props }: Omit<ComponentPropsWithoutRef<'input'>, 'type'>) {
  return <input {...props} type="date" className={classes('input input-date', className)} />;
}
