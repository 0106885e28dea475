import Add from 'icon/Add';
import CalendarMonthOutlined from 'icon/CalendarMonthOutlined';
import DarkModeOutlined from 'icon/DarkModeOutlined';
import HomeOutlined from 'icon/HomeOutlined';
import LightModeOutlined from 'icon/LightModeOutlined';
import Logout from 'icon/Logout';
import SpaceDashboardOutlined from 'icon/SpaceDashboardOutlined';
import Translate from 'icon/Translate';
import ViewKanbanOutlined from 'icon/ViewKanbanOutlined';

const icons = {
  add: Add,
  calendar_month: CalendarMonthOutlined,
  dark_mode: DarkModeOutlined,
  home: HomeOutlined,
  light_mode: LightModeOutlined,
  logout: Logout,
  space_dashboard: SpaceDashboardOutlined,
  translate: Translate,
  view_kanban: ViewKanbanOutlined,
};

/** Is the icon one of the palette's own rather than one that a declaration names? */
export const isCommandIcon = (name: string): name is keyof typeof icons => Object.hasOwn(icons, name);

/** The icon of a command that belongs to no resource. */
export function CommandIcon({ name }: { readonly name: keyof typeof icons }) {
  const Icon = icons[name];
  return <Icon fontSize="small" aria-hidden sx={{ color: 'text.secondary' }} />;
}
