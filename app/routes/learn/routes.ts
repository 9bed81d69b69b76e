import { index, route } from '@remix-run/route-config';

export const learn = [
  index('routes/learn/today.tsx'),
  route('notices', 'routes/learn/notices.tsx'),
  route('learn', 'routes/learn/courses.tsx'),
  route('learn/:course', 'routes/learn/course.tsx'),
  route('learn/:course/:module', 'routes/learn/module.tsx'),
  route('learn/:course/:module/commitment', 'routes/learn/commitment.tsx'),
  route('learn/:course/:module/attempt', 'routes/learn/attempt.tsx'),
  route('learn/:course/:module/quiz', 'routes/learn/quiz.tsx'),
  route('learn/:course/:module/result', 'routes/learn/result.tsx'),
];
