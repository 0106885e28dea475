import { localStorageStore, type Store } from 'ra-core';

const local = localStorageStore('1', 'Kontor');
/** What tells about records: forgotten on sign-out. The rest (language, look, columns) is the device's. */
const personal = /(\.listParams|\.selectedIds|^recent)/;

/** Preferences of this device. react-admin resets the store on sign-out, which must not lose language and look. */
export const store: Store = {
  ...local,
  reset: () => {
    for (const key of Object.keys(local.listItems?.() ?? {})) if (personal.test(key)) local.removeItem(key);
  },
};
