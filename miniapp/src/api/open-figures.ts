import { linesOf, type Line } from '@shared/domain/recomputed-figures.ts'
import { send } from '@/platform/request'
import { openDataAddress } from './statistics'
import { apiHeaders, readAnswer, rethrow } from './client'

/** The file that all figures can be recomputed from. */
export const OPEN_FIGURES = '/open-data/figures.csv'

/** Its lines as they are now, whatever the browser has kept. */
export async function listOpenFigures(): Promise<Line[]> {
  const call = {
    url: openDataAddress(OPEN_FIGURES),
    method: 'GET',
    headers: apiHeaders(),
    fresh: true,
  } as const
  const answer = await send(call).catch(rethrow)
  return answer.status === 200 ? linesIn(answer.text) : readAnswer<never>(answer)
}

/** Codes and whole numbers only: no cell has a comma in it. */
function linesIn(csv: string): Line[] {
  const [head = '', ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const columns = head.split(',')
  return linesOf(
    rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [columns[at] ?? '', cell]))),
  )
}
