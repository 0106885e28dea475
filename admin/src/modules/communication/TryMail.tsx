import { type MailView, useKontor } from '../../providers/dataProvider.ts';
import { MailPreview } from '../../screens/mail/MailPreview.tsx';
import { TryTemplate } from '../../screens/template/TryTemplate.tsx';

/** A template of mails as it is being written, filled with a record. */
export default function TryMail() {
  const api = useKontor();
  return (
    <TryTemplate
      able="mailable"
      preview={async ({ resource, id, template }) => {
        const { brand_id } = await api.mailOptions(resource, id);
        const brand = template.brand_id ?? brand_id;
        const { subject, body, language } = template;
        const filled = await api.fillMail(resource, id, {
          subject: subject ?? '',
          body: body ?? '',
          language,
          brand_id: brand,
        });
        return api.previewMail(resource, id, { ...filled, brand_id: brand });
      }}
      show={(mail: MailView) => <MailPreview mail={mail} />}
    />
  );
}
