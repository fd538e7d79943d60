/** A mini program's title is too short for a number. */
export function showTitleBadge(_n: number): void {}
