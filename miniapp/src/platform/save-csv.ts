/** Puts a CSV file among the downloads. The browser may hold the parts on its disk: they are not joined here. */
export function saveCsv(name: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken it by the time anybody could press again.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
