import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { any, atMostOne, none, text, type Grammar } from './grammar.ts';
import { asides, blocks, caseFrom, forFunction, proseWords, thanks } from './prose-words.ts';

const told = { ...asides, CaseFrom: any, PosterFrom: any, Thanks: any };

/** An issue of the newsletter is made of stories. */
export const issueGrammar: Grammar = {
  components: {
    ...proseWords,
    Lead: blocks,
    Story: {
      props: z.strictObject({ id: slug, title: text(120), kicker: text(40).optional() }),
      prose: 'blocks',
      holds: { ...told, For: any, Changes: atMostOne },
    },
    For: forFunction(told),
    CaseFrom: caseFrom,
    PosterFrom: { props: z.strictObject({ poster: slug }), prose: 'none' },
    Thanks: thanks,
    Changes: { props: none, prose: 'none' },
  },
  topLevel: { Lead: atMostOne, Story: { min: 1, max: 12 } },
  noProse: true,
};
