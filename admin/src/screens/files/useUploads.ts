import { useCallback, useRef, useState } from 'react';
import { useKontor } from '../../providers/dataProvider.ts';
import { reasonOf } from '../../providers/reason.ts';
import type { UploadedFile } from '../../providers/upload.ts';

/** A file on its way. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly share: number;
  readonly error?: string;
}

/** So many go at a time; the others wait. */
const atOnce = 3;

/**
 * Files on their way: several at once, each with its progress. What fails stays until it is tried again or discarded.
 * `save` does what has to be done with an uploaded file; `onEmpty` is told how many arrived when none is left.
 */
export function useUploads(
  save: (uploaded: UploadedFile, file: File) => Promise<unknown>,
  onEmpty: (arrived: number) => void,
) {
  const kontor = useKontor();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const waiting = useRef<Upload[]>([]);
  const running = useRef(0);
  const arrived = useRef(0);
  const keys = useRef(0);
  const change = (key: number, values: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...values } : one)));

  const run = async (upload: Upload): Promise<void> => {
    running.current++;
    try {
      const uploaded = await kontor.upload(upload.file, (share) => change(upload.key, { share }));
      await save(uploaded, upload.file);
      arrived.current++;
      setUploads((all) => all.filter((one) => one.key !== upload.key));
    } catch (error) {
      change(upload.key, { error: reasonOf(error) });
    }
    running.current--;
    const next = waiting.current.shift();
    if (next) void run(next);
    else if (running.current === 0 && arrived.current > 0) {
      onEmpty(arrived.current);
      arrived.current = 0;
    }
  };
  const begin = (upload: Upload) => {
    if (running.current < atOnce) void run(upload);
    else waiting.current.push(upload);
  };

  const add = (files: Iterable<File>) => {
    const fresh = [...files].map((file): Upload => ({ key: keys.current++, file, share: 0 }));
    setUploads((all) => [...all, ...fresh]);
    fresh.forEach(begin);
  };
  const retry = ({ key, file }: Upload) => {
    const upload = { key, file, share: 0 };
    setUploads((all) => all.map((one) => (one.key === key ? upload : one)));
    begin(upload);
  };
  const discard = useCallback(({ key }: Upload) => setUploads((all) => all.filter((one) => one.key !== key)), []);
  return { uploads, add, retry, discard };
}
