import Papa from 'papaparse'

/** The lines of a CSV file as objects, keyed by its first line. */
export function readCsv(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  if (errors[0])
    throw new Error(`Line ${(errors[0].row ?? 0) + 2} of a table cannot be read: ${errors[0].message}`)
  return data
}
