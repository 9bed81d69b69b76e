import { index, route } from '@remix-run/route-config';

export const learn = [
  index('routes/learn/today/today.tsx'),
  route('notices', 'routes/learn/today/notices.tsx'),
  route('learn', 'routes/learn/course/courses.tsx'),
  route('learn/:course', 'routes/learn/course/course.tsx'),
  route('learn/:course/:module', 'routes/learn/module/module.tsx'),
  route('learn/:course/:module/commitment', 'routes/learn/module/commitment.tsx'),
  route('learn/:course/:module/attempt', 'routes/learn/quiz/attempt.tsx'),
  route('learn/:course/:module/quiz', 'routes/learn/quiz/quiz.tsx'),
  route('learn/:course/:module/answers', 'routes/learn/quiz/answers.ts'),
  route('learn/:course/:module/result', 'routes/learn/quiz/result.tsx'),
];
