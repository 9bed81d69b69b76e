import type { MailWords } from './mail-words.ts';

/** The mail for whoever reads mail as plain text: all it says, and the link in full. A paragraph is one line. */
export function mailText({ title, paragraphs, button, notes, foot }: MailWords): string {
  const link = button ? [`${button.label}:\n${button.url}`] : [];
  const end = ['-- ', ...foot].join('\n');
  return `${[title, ...paragraphs, ...link, ...notes, end].join('\n\n')}\n`;
}
