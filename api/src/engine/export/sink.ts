import type { Writable } from 'node:stream';

/** The receiver went away before everything was sent. */
export class Aborted extends Error {
  constructor() {
    super('the receiver went away');
  }
}

/** Waits until a stream has room for more; throws when its receiver is gone. */
export async function room(stream: Writable): Promise<void> {
  if (stream.destroyed || stream.errored) throw new Aborted();
  if (!stream.writableNeedDrain) return;
  await new Promise<void>((done, fail) => {
    const settle = (error?: Error) => {
      stream.off('drain', onDrain).off('close', onClose).off('error', onClose);
      if (error) fail(error);
      else done();
    };
    const onDrain = () => settle();
    const onClose = () => settle(new Aborted());
    stream.on('drain', onDrain).on('close', onClose).on('error', onClose);
  });
}

/** Waits for the rest of the work, but no longer than the receiver is there. */
export async function unlessClosed(stream: Writable, work: Promise<unknown>): Promise<void> {
  let onClose: (() => void) | undefined;
  const gone = new Promise<never>((_, fail) => {
    onClose = () => fail(new Aborted());
    if (stream.destroyed && !stream.writableFinished) onClose();
    else stream.once('close', onClose);
  });
  try {
    await Promise.race([work, gone]);
  } finally {
    stream.off('close', onClose!);
  }
}
