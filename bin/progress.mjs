export function inSeconds(ms) {
  return ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

/** Shows `title… 41 s` on one line, counting while the work runs where there is a terminal. */
export async function withProgress(title, work, stream = process.stdout) {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  stream.write(`${title}… `);
  const ticking = stream.isTTY
    ? setInterval(() => stream.write(`\r${title}… ${Math.round(elapsed() / 1000)} s`), 1000)
    : undefined;
  const finish = (words) => {
    clearInterval(ticking);
    if (stream.isTTY) stream.write(`\r\x1b[K${title}… `);
    stream.write(`${words}\n`);
  };
  try {
    const result = await work();
    finish(inSeconds(elapsed()));
    return result;
  } catch (error) {
    finish(`failed after ${inSeconds(elapsed())}`);
    throw error;
  }
}
