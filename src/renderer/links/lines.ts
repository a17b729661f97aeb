/** The lines of an answer as they come, each as the JSON it is. Ends where the answer ends, throws where it breaks. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let isWhole = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        isWhole = true;
        return;
      }
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as unknown;
    }
  } finally {
    // Whoever stops listening closes the answer.
    if (!isWhole) await reader.cancel().catch(() => undefined);
  }
}
