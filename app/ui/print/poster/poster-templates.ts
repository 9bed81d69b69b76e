import base from '#app/ui/print/base.typ?raw';
import type { PosterTemplate } from './poster-words.ts';
import bigWords from './templates/big-words.typ?raw';
import customerWords from './templates/customer-words.typ?raw';
import number from './templates/number.typ?raw';
import poster from './templates/poster.typ?raw';
import promise from './templates/promise.typ?raw';
import question from './templates/question.typ?raw';
import recoverySteps from './templates/recovery-steps.typ?raw';
import thanks from './templates/thanks.typ?raw';
import twoCases from './templates/two-cases.typ?raw';

export const templates: Record<PosterTemplate, string> = {
  'big-words': bigWords,
  'two-cases': twoCases,
  number,
  'customer-words': customerWords,
  promise,
  'recovery-steps': recoverySteps,
  thanks,
  question,
};

/** What they all import. */
export const templateParts = { 'base.typ': base, 'poster.typ': poster };
