import { useKontor } from '../../providers/dataProvider.ts';
import { PdfView } from '../../screens/letter/PdfView.tsx';
import { useWords } from '../../screens/letter/words.ts';
import { TryTemplate } from '../../screens/template/TryTemplate.tsx';

/** A template of letters as it is being written, made into a PDF with a record. */
export default function TryLetter() {
  const t = useWords();
  const api = useKontor();
  return (
    <TryTemplate
      able="printable"
      preview={async ({ resource, id, template }) => {
        const { recipient, brand_id } = await api.letterOptions(resource, id);
        const { subject, body, language, layout } = template;
        return api.previewLetter(resource, id, {
          subject: subject ?? '',
          body: body ?? '',
          language,
          layout,
          recipient: recipient || null,
          brand_id: template.brand_id ?? brand_id,
        });
      }}
      show={(pdf: Blob) => <PdfView pdf={pdf} title={t('preview')} />}
    />
  );
}
