import type { ReactNode } from 'react';

const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

type HeadingProps = { level: number; className?: string; id?: string; lang?: string; children: ReactNode };

export function Heading({ level, className, id, lang, children }: HeadingProps) {
  const Tag = tags[Math.min(6, Math.max(1, level)) - 1] ?? 'h6';
  return (
    <Tag className={className} id={id} lang={lang} dir="auto">
      {children}
    </Tag>
  );
}
