import { score } from '../fold.ts';
import type { Command } from './commands.ts';

const perGroup = 6;
const order: readonly Command['group'][] = ['recent', 'records', 'go', 'create', 'act'];

/**
 * The commands that answer what was typed, the best of each group, groups in their order. Records were found by the
 * server and stay as they are. Without a query: what was opened last, and what one can do.
 */
export function rank(query: string, commands: readonly Command[]): readonly Command[] {
  const wanted = query.trim();
  return order.flatMap((group) => {
    const members = commands.filter((command) => command.group === group);
    if (group === 'records') return wanted ? members : [];
    if (!wanted) return members.slice(0, perGroup);
    if (group === 'recent') return [];
    return members
      .map((command) => ({ command, points: score(wanted, `${command.label} / ${command.words ?? ''}`) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, perGroup)
      .map(({ command }) => command);
  });
}
