import { fieldOf } from './field.ts';
import { type FileOptions, fileKind } from './file.ts';
import { defineKind } from './kind.ts';

/** An uploaded picture (PNG, JPEG, WebP or GIF), by the id of its entry in `files`. */
export const image = fieldOf<'image', string, FileOptions>('image');

export const imageKind = defineKind({
  ...fileKind,
  name: 'image',
  accepts: (field) => field.accept ?? ['image/png', 'image/jpeg', 'image/webp', 'image/gif'],
});
