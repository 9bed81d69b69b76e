/** Whether a write failed because there was no room for it. */
export function isDiskFull(error: unknown): boolean {
  const text = `${String(error)} ${JSON.stringify(error)}`;
  return text.includes('SQLITE_FULL') || text.includes('database or disk is full') || text.includes('ENOSPC');
}
