/** Lines of JSON, each with a cue sheet and the name of what was spoiled in it; empty in those that are good. */
export function madeSheets(seed: number, good: number, spoiled: number): string[];
