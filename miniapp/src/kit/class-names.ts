/** Joins what is set: `classNames('k-card', wide && 'k-wide')`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
