import { route } from '@remix-run/route-config';

const at = (path: string, file: string) => route(`studio/mailings${path}`, `routes/studio/mailings/${file}`);

export const mailings = [
  at('', 'mailings.tsx'),
  at('/new', 'plan/new-mailing.tsx'),
  at('/:mailing', 'mailing.tsx'),
  at('/:mailing/edit', 'plan/edit-mailing.tsx'),
  at('/:mailing/test', 'plan/test-mailing.tsx'),
  at('/:mailing/send', 'plan/send-mailing.tsx'),
  at('/:mailing/pause', 'steps/pause.tsx'),
  at('/:mailing/go-on', 'steps/go-on.tsx'),
  at('/:mailing/cancel', 'steps/cancel.tsx'),
  at('/:mailing/readers', 'readers/readers.tsx'),
  at('/:mailing/try-again', 'readers/try-again.tsx'),
  at('/:mailing/count-as-sent', 'readers/count-as-sent.tsx'),
  at('/:mailing/send-again', 'readers/send-again.tsx'),
];
