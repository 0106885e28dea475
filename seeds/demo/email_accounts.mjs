import { users } from './company.mjs';
import { officeTime } from './dates.mjs';
import { accountId } from './ids.mjs';

const [anna] = users;

/** A mail server as somebody has entered it, not switched on: the demo sends nothing into the world. */
export const emailAccounts = (chance, brand) => {
  const made_at = officeTime(chance, -30);
  return [
    {
      id: accountId(1),
      name: `${brand.name} bei unserem Anbieter`,
      brand_id: brand.id,
      host: 'smtp.newoa.example',
      port: 587,
      encryption: 'starttls',
      user_name: brand.email,
      from_name: brand.sender_name,
      from_address: brand.email,
      imap_host: 'imap.newoa.example',
      imap_port: 993,
      imap_encryption: 'tls',
      imap_folder: 'INBOX',
      active: false,
      created_at: made_at,
      created_by: anna.id,
      updated_at: made_at,
      updated_by: anna.id,
    },
  ];
};
