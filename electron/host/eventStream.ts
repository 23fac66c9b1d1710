import type { DeskEvent } from '../../db/contract/events.ts';

/** Under what browsers and proxies of a machine take for dead. */
const heartbeatMs = 15_000;

/** Desk events as `text/event-stream`, with a comment as a heartbeat; ends with the request. */
export const eventStream = (events: AsyncGenerator<DeskEvent, void, void>, stop: () => void): Response => {
  const encoder = new TextEncoder();
  let heartbeat: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(encoder.encode('retry: 2000\n\n'));
      heartbeat = setInterval(() => controller.enqueue(encoder.encode(':\n\n')), heartbeatMs);
      heartbeat.unref();
    },
    pull: async (controller) => {
      const { done, value } = await events.next();
      if (!done) return controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
      clearInterval(heartbeat);
      controller.close();
    },
    cancel: () => {
      clearInterval(heartbeat);
      stop();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
};
