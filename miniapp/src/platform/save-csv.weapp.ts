/** A mini program saves no files: it does not offer to. */
export function saveCsv(_name: string, _parts: readonly string[]): void {}
