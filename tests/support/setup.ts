import { vi } from 'vitest';

// The program's own log belongs on no test's screen, and no result may hang on where the machine stands.
process.env.LOG_LEVEL ??= 'silent';
process.env.TZ ??= 'UTC';

// Some tests start programs and wait for them; on a busy machine that takes a while, and says nothing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
