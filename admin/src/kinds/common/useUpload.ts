import { useState } from 'react';
import { useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import type { UploadedFile } from '../../providers/upload.ts';
import { useWords } from './words.ts';

/** Does a file have one of the accepted media types (`image/*`, `application/pdf`)? */
export const accepts = (types: readonly string[], type: string): boolean =>
  types.length === 0 ||
  types.some((wanted) => wanted === type || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1))));

export interface UploadLimits {
  /** Media types that are taken; all when there are none. */
  readonly accept: readonly string[];
  /** What is said about others. */
  readonly wrongType?: string | undefined;
  readonly maxMegabytes?: number | undefined;
}

/** Uploads a file and tells how far it is; a failure is put into words and can be tried again. */
export function useUpload({ accept, wrongType, maxMegabytes }: UploadLimits, onDone: (file: UploadedFile) => void) {
  const kontor = useKontor();
  const t = useWords();
  const [uploading, setUploading] = useState<string>();
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<string>();
  const refused = (type: string) => (accepts(accept, type) ? undefined : (wrongType ?? t('wrong_type')));
  const upload = async (file: File) => {
    const large = maxMegabytes !== undefined && file.size > maxMegabytes * 1024 * 1024;
    const wrong =
      refused(file.type) ?? (large ? t('file_too_large', { name: file.name, max: maxMegabytes }) : undefined);
    setProblem(wrong);
    if (wrong) return;
    setShare(0);
    setUploading(file.name);
    try {
      const uploaded = await kontor.upload(file, setShare);
      // The browser goes by the name of a file, the server has looked inside.
      const other = refused(uploaded.media_type);
      setProblem(other);
      if (!other) onDone(uploaded);
    } catch (error) {
      setProblem(problemOf(error)?.title ?? t('upload_failed', { name: file.name }));
    } finally {
      setUploading(undefined);
    }
  };
  return { upload, uploading, share, problem, forgive: () => setProblem(undefined) };
}
