import { z } from 'zod';
import { any, atMostOne, exactlyOne, text, type Grammar } from './grammar.ts';
import { asides, blocks, caseFrom, line, proseWords } from './prose-words.ts';

/** A plan for a talk: parts with their minutes, what is said and asked, slides, a handout and one question at the end. */
export const talkGrammar: Grammar = {
  components: {
    ...proseWords,
    Part: {
      props: z.strictObject({ title: text(120), minutes: z.string().regex(/^[1-9][0-9]?$/) }),
      prose: 'blocks',
      holds: { ...asides, Say: any, Ask: any, CaseFrom: any, Slide: any },
    },
    Say: blocks,
    Ask: blocks,
    CaseFrom: caseFrom,
    Slide: {
      props: z.strictObject({ title: text(80) }),
      prose: 'blocks',
      holds: { Figure: any, Quote: any },
    },
    Handout: { ...blocks, needsText: false, holds: { ...asides, CaseFrom: any } },
    Exit: line,
  },
  topLevel: { Part: { min: 2, max: 8 }, Handout: atMostOne, Exit: exactlyOne },
  noProse: true,
};

/** Monday's five minutes: a case, what one would say, answers to raise a hand for, and how the head closes. */
export const sheetGrammar: Grammar = {
  components: { CaseFrom: caseFrom, Ask: line, Answer: line, Say: blocks },
  topLevel: { CaseFrom: exactlyOne, Ask: exactlyOne, Answer: { min: 2, max: 4 }, Say: atMostOne },
  noProse: true,
  inOrder: true,
};
