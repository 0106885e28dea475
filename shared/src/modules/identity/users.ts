import { defineResource } from '../../define/resource.ts';
import {
  boolean,
  choice,
  choices,
  datetime,
  email,
  image,
  lines,
  phone,
  references,
  secret,
  text,
} from '../../kinds/index.ts';
import { shortestPassword } from '../../password.ts';

export const users = defineResource({
  name: 'users',
  label: { de: ['Benutzer', 'Benutzer'], en: ['User', 'Users'] },
  icon: 'person',
  title: ['name'],
  fields: {
    name: text('Name', { required: true, max: 120, search: 'A' }),
    email: email('E-Mail', { required: true, unique: true, search: 'A' }),
    phone: phone('Telefon'),
    picture: image('Bild'),
    role_ids: references('Rollen', { to: 'roles', through: 'user_roles', guard: 'access' }),
    assignments: lines({ de: 'Rollen', en: 'Roles' }, { of: 'user_roles', by: 'user_id', guard: 'access' }),
    brand_ids: references('Marken', { to: 'brands', guard: 'access' }),
    language: choice(
      'Sprache',
      { de: { de: 'Deutsch', en: 'German' }, en: { de: 'Englisch', en: 'English' } },
      { required: true, default: 'de' },
    ),
    factors: choices(
      { de: 'Zweiter Faktor', en: 'Second factor' },
      {
        authenticator: { de: 'Authenticator-App', en: 'Authenticator app' },
        passkey: { de: 'Passkey', en: 'Passkey' },
        recovery_codes: { de: 'Wiederherstellungscodes', en: 'Recovery codes' },
      },
      { readOnly: true },
    ),
    active: boolean('Aktiv', { default: true }),
    invited_until: datetime({ de: 'Eingeladen bis', en: 'Invited until' }, { readOnly: true, guard: 'access' }),
    password_changed_at: datetime({ de: 'Passwort gesetzt', en: 'Password set' }, { readOnly: true, guard: 'access' }),
    last_seen_at: datetime({ de: 'Zuletzt angemeldet', en: 'Last signed in' }, { readOnly: true }),
  },
  actions: {
    invite: { label: { de: 'Einladen', en: 'Invite' }, icon: 'mail' },
    set_password: {
      label: { de: 'Passwort setzen', en: 'Set password' },
      icon: 'key',
      step_up: true,
      input: {
        password: secret({ de: 'Neues Passwort', en: 'New password' }, { required: true, min: shortestPassword }),
      },
    },
    reset_factors: {
      label: { de: 'Zweiten Faktor zurücksetzen', en: 'Reset second factor' },
      icon: 'lock_reset',
      step_up: true,
    },
  },
  list: {
    columns: ['name', 'email', 'role_ids', 'brand_ids', 'active', 'invited_until', 'last_seen_at'],
    filters: ['active', 'role_ids', 'brand_ids', 'factors'],
    sort: ['name', 'ASC'],
  },
  form: { Person: ['name', 'email', 'phone', 'picture', 'language'], Zugang: ['brand_ids', 'active', 'assignments'] },
  sections: { Person: 'Person', Zugang: 'Access' },
  guarded_by: { kontor_keep_administrator: ['active', 'deleted_at'] },
  trash: true,
  announces: 'access',
});
