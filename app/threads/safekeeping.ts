import { safekeepingTasks } from '#app/jobs/threads/safekeeping.server.ts';
import { serveThread } from '#app/platform/thread/serve-thread.server.ts';

serveThread(safekeepingTasks);
