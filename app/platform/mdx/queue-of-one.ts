/** Compiling is heavy: one at a time, in the order asked, so that memory holds one document. */
export function queueOfOne() {
  let last: Promise<unknown> = Promise.resolve();
  return function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = last.then(task, task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
