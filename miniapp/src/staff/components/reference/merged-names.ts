import type { Names } from '@shared/contract/reference.ts'

/** What the codes of several pages of a list stand for. */
export function mergedNames(pages: readonly { names: Names }[]): Names {
  const all: Names = {}
  for (const { names } of pages) {
    for (const [kind, named] of Object.entries(names)) all[kind] = { ...all[kind], ...named }
  }
  return all
}
