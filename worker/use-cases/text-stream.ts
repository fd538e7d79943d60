/** Text as bytes, piece by piece: the next is made when the last has been taken. */
export function textStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(utf8.encode(value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
