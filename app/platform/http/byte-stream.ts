/**
 * A body that is sent as it is made: the next piece is asked for when there is room for it. An error on the way breaks
 * the download off, so that half a file is not taken for a whole one.
 */
export function byteStream(chunks: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return();
    },
  });
}
