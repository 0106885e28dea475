/** Of trainers without a limit of their own, so many days make a full month. */
export const fullMonth = 20;
