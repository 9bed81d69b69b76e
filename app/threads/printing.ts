import { printingTasks } from '#app/jobs/threads/printing.server.ts';
import { serveThread } from '#app/platform/thread/serve-thread.server.ts';

serveThread(printingTasks);
