// @ts-check

/** A failure with a sentence that says what to do; the set-up prints it and ends with 1. */
export class SetupError extends Error {}

/** @param {string} text */
export const say = (text) => console.log(`[setup] ${text}`);

/** @param {number} startedAt @returns {string} such as "12.3 s" */
export const secondsSince = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
