import { route } from '@remix-run/route-config';

export const talks = [
  route('talks', 'routes/culture/talks/talks.tsx'),
  route('talks/meetings/:meeting.ics', 'routes/culture/talks/meeting-ics.ts'),
  route('talks/meetings/:meeting', 'routes/culture/talks/meeting.tsx'),
  route('talks/:talk', 'routes/culture/talks/talk.tsx'),
  route('talks/:talk/slides', 'routes/culture/talks/slides.tsx'),
  route('talks/:talk/handout.pdf', 'routes/culture/talks/handout-pdf.ts'),
  route('actions', 'routes/culture/actions/actions.tsx'),
  route('actions/:action/done', 'routes/culture/actions/done.tsx'),
  route('actions/:action/drop', 'routes/culture/actions/drop.tsx'),
  route('actions/:action/reopen', 'routes/culture/actions/reopen.tsx'),
  route('actions/:action/change', 'routes/culture/actions/change.tsx'),
];
