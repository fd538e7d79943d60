/** Turns while something is awaited; whoever waits says so in words. */
export function Spinner() {
  return <span className="k-spinner" aria-hidden="true" />
}
