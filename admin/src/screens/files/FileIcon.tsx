import Box from '@mui/material/Box';
import Text from 'icon/ArticleOutlined';
import FileGeneral from 'icon/InsertDriveFileOutlined';
import Pdf from 'icon/PictureAsPdfOutlined';
import Sheet from 'icon/TableChartOutlined';
import { Thumbnail } from '../../kinds/common/Thumbnail.tsx';
import { isPicture, type ShownFile } from './fileView.ts';

const iconOf = (type: string) =>
  type === 'application/pdf'
    ? Pdf
    : /csv|sheet|excel/.test(type)
      ? Sheet
      : /^text|word|opendocument.text|rtf/.test(type)
        ? Text
        : FileGeneral;

/** What a file looks like: a picture in small, or a sign for its kind. */
export function FileIcon({ file, size = 40 }: { file: ShownFile; size?: number }) {
  if (isPicture(file.type)) return <Thumbnail id={file.id} name="" size={size} />;
  const Icon = iconOf(file.type);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        flexShrink: 0,
        width: size,
        height: size,
        alignItems: 'center',
        justifyContent: 'center',
      }}
    >
      <Icon sx={{ color: 'text.secondary' }} aria-hidden />
    </Box>
  );
}
