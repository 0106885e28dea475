import Add from '@mui/icons-material/Add';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import Logout from '@mui/icons-material/Logout';
import Translate from '@mui/icons-material/Translate';
import ViewKanbanOutlined from '@mui/icons-material/ViewKanbanOutlined';

const icons = {
  add: Add,
  calendar_month: CalendarMonthOutlined,
  dark_mode: DarkModeOutlined,
  home: HomeOutlined,
  light_mode: LightModeOutlined,
  logout: Logout,
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
