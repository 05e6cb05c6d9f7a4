/** As many rows as one list takes at once. */
export const MOST_ROWS = 500;
