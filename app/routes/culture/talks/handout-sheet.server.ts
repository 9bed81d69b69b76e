import type { TalkPlan } from '#app/domain/culture/talks/talk-plan.ts';
import type { Company } from '#app/domain/people/company.ts';
import { plainText } from '#app/domain/publishing/tree/tree-text.ts';
import * as m from '#app/messages/generated/messages.js';
import type { Sheet } from '#app/platform/typst/typeset.server.ts';
import base from '#app/ui/print/base.typ?raw';
import template from '#app/ui/print/handout.typ?raw';
import { handoutBlocks } from './handout-blocks.ts';

type Plan = Pick<TalkPlan, 'title' | 'aim' | 'language' | 'handout' | 'exit'>;

/** The handout of a plan as one tagged sheet. */
export function handoutSheet(
  { title, aim, language, handout, exit }: Plan,
  company: Pick<Company, 'name' | 'accent'>,
  paper: 'a4' | 'letter',
): Sheet {
  return {
    template,
    parts: { 'base.typ': base },
    data: {
      title,
      aim,
      lang: language,
      company: company.name,
      accent: company.accent,
      paper,
      eyebrow: `${company.name} · ${m.talk_plan_eyebrow()}`,
      blocks: handoutBlocks(handout),
      exit: exit.length > 0 ? plainText(exit) : null,
      exitWord: m.ui_talk_exit(),
    },
  };
}
