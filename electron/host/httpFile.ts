import type { Download } from './downloads.ts';

/** A download as an answer that browsers save under its name; the plain name is for those that know no other. */
export const fileResponse = ({ fileName, contentType, body, bytes, inline = false }: Download): Response => {
  const plain = fileName.replace(/[^\w.-]+/g, '') || 'file';
  const encoded = encodeURIComponent(fileName.toWellFormed());
  return new Response(typeof body === 'string' ? body : streamOf(body), {
    headers: {
      'content-type': contentType,
      ...(bytes === undefined ? {} : { 'content-length': String(bytes) }),
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`,
    },
  });
};

/** Made as it is read, and no further once the reader has gone. */
const streamOf = (pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
};
