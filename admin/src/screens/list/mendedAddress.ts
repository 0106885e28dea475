/**
 * The part of an address that a list can be opened with, when something in it is not possible: more rows than a page
 * may have, or an order by what can not be sorted. Undefined when all is well.
 */
export function mendedAddress(
  address: URLSearchParams,
  mostRows: number,
  sorts: (field: string) => boolean,
): URLSearchParams | undefined {
  const mended = new URLSearchParams(address);
  const rows = address.get('perPage');
  if (rows !== null && !(Number(rows) >= 1 && Number.isInteger(Number(rows)))) mended.delete('perPage');
  else if (Number(rows) > mostRows) mended.set('perPage', String(mostRows));
  const field = address.get('sort');
  const order = address.get('order');
  if ((field !== null && !sorts(field)) || (order !== null && order !== 'ASC' && order !== 'DESC')) {
    mended.delete('sort');
    mended.delete('order');
  }
  return mended.toString() === address.toString() ? undefined : mended;
}
