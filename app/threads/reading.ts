import { readingTasks } from '#app/jobs/threads/reading.server.ts';
import { serveThread } from '#app/platform/thread/serve-thread.server.ts';

serveThread(readingTasks);
