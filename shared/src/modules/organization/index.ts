import { defineModule } from '../../define/module.ts';
import { bookableResources } from './bookable_resources.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { resourceBookings } from './resource_bookings.ts';

export const organization = defineModule({
  name: 'organization',
  label: { de: 'Organisation', en: 'Organization' },
  icon: 'groups',
  resources: [employees, locations, bookableResources, resourceBookings],
});
