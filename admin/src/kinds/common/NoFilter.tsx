/** For kinds that no filter can ask for: their values live in records of their own. */
export const NoFilter = () => null;
