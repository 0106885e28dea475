import { defineModule } from '../../define/module.ts';
import { suppliers } from './suppliers.ts';

export const purchasing = defineModule({
  name: 'purchasing',
  label: { de: 'Einkauf', en: 'Purchasing' },
  icon: 'shopping_cart',
  resources: [suppliers],
});
