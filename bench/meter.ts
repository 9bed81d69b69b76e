// Loaded into every measured server before its own code, so that none needs code for being measured.
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export type Reading = {
  /** User and system time of all threads since the process began, in milliseconds. */
  cpuMs: number;
  rssBytes: number;
  /** The most since the process began, or since it was told to begin anew. */
  peakBytes: number;
  /** How late timers came since the reading before, in milliseconds. */
  lateP99: number;
  lateMost: number;
};

const resolution = 10;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();

function peakBytes(): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
  } catch {
    // Where there is no /proc. On Linux this number would begin with what the parent had when it forked.
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** Where there is no /proc, the most stays what it was. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Nothing to forget.
  }
}

process.on('message', (message) => {
  const { user, system } = process.cpuUsage();
  const reading: Reading = {
    cpuMs: (user + system) / 1000,
    rssBytes: process.memoryUsage.rss(),
    peakBytes: peakBytes(),
    lateP99: Math.max(0, delay.percentile(99) / 1e6 - resolution),
    lateMost: Math.max(0, delay.max / 1e6 - resolution),
  };
  delay.reset();
  if (message === 'begin') forgetPeak();
  process.send?.(reading);
});
// Whoever measures is gone: a server that nobody stops would stay for ever.
process.on('disconnect', () => process.exit());
