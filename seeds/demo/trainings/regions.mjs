import { regions } from '../../base/regions.mjs';

const rows = regions();
const byId = new Map(rows.map((row) => [row.id, row]));
const areas = new Map(rows.filter((row) => row.type === 'postcode_area').map((row) => [row.postcode_prefix, row]));

/** The area and the state in which a German postcode lies. */
export function regionOf(postcode) {
  const area = areas.get(postcode.slice(0, 2));
  return { area: area.id, state: area.parent_id, code: byId.get(area.parent_id).code };
}

/** The other areas of the same state. */
export const neighbours = (areaId) => {
  const { parent_id } = byId.get(areaId);
  return [...areas.values()].filter((area) => area.parent_id === parent_id && area.id !== areaId).map(({ id }) => id);
};
