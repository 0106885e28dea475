import { useState } from 'react';
import { useKontor } from '../../providers/dataProvider.ts';
import { problemOf } from '../../providers/httpClient.ts';
import type { UploadedFile } from '../../providers/upload.ts';
import { useWords } from './words.ts';

/** Does a file have one of the accepted media types (`image/*`, `application/pdf`)? */
export const accepts = (types: readonly string[], type: string): boolean =>
  types.length === 0 ||
  types.some((wanted) => wanted === type || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1))));

/** Uploads a file and tells how far it is; a failure is put into words and can be tried again. */
export function useUpload(accept: readonly string[], onDone: (file: UploadedFile) => void) {
  const kontor = useKontor();
  const t = useWords();
  const [uploading, setUploading] = useState<string>();
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<string>();
  const upload = async (file: File) => {
    setProblem(accepts(accept, file.type) ? undefined : t('wrong_type'));
    if (!accepts(accept, file.type)) return;
    setShare(0);
    setUploading(file.name);
    try {
      onDone(await kontor.upload(file, setShare));
    } catch (error) {
      setProblem(problemOf(error)?.title ?? t('upload_failed', { name: file.name }));
    } finally {
      setUploading(undefined);
    }
  };
  return { upload, uploading, share, problem };
}
