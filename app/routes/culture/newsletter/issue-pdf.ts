import type { LoaderFunctionArgs } from '@remix-run/node';
import { issueSheet } from '#app/ui/print/issue/issue-sheet.server.ts';
import { requirePerson } from '../../guards.server.ts';
import { answerWithSheet } from './sheet-answer.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args);
  return answerWithSheet(args, issueSheet, '');
}
