/** A short knock under the finger: something was taken. A browser's page stays still. */
export function buzz(): void {}
