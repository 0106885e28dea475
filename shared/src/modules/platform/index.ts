import { defineModule } from '../../define/module.ts';
import { auditEntries } from './audit_entries.ts';
import { brands } from './brands.ts';
import { calendarFeeds } from './calendar_feeds.ts';
import { companies } from './companies.ts';
import { files } from './files.ts';
import { holidays } from './holidays.ts';
import { jobs } from './jobs.ts';
import { numberAllocations } from './number_allocations.ts';
import { numberSequences } from './number_sequences.ts';
import { presences } from './presences.ts';
import { publicLinks } from './public_links.ts';
import { regions } from './regions.ts';
import { savedViews } from './saved_views.ts';
import { settings } from './settings.ts';
import { tags } from './tags.ts';

export const platform = defineModule({
  name: 'platform',
  label: { de: 'Grundlagen', en: 'Platform' },
  icon: 'tune',
  resources: [
    companies,
    brands,
    tags,
    regions,
    holidays,
    numberSequences,
    numberAllocations,
    settings,
    files,
    savedViews,
    calendarFeeds,
    publicLinks,
    auditEntries,
    presences,
    jobs,
  ],
});
