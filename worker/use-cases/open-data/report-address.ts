/** Where a published report is read. */
export function reportAddress(origin: string, number: string): string {
  return `${origin}/report?number=${encodeURIComponent(number)}`
}
