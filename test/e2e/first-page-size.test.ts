import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'

const dist = path.resolve(import.meta.dirname, '../../dist/h5')
const scripts = readdirSync(path.join(dist, 'js')).filter((file) => file.endsWith('.js'))
const read = (file: string) => readFileSync(path.join(dist, 'js', file), 'utf8')

/** What the browser fetches before a page can be used: the scripts of index.html and the page's own chunks. */
function firstPage(page: string): string[] {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8')
  const entry = [...html.matchAll(/src="\/js\/([^"]+)"/g)].map(([, file = '']) => file)
  const routes = entry.map(read).join('\n')
  const load =
    new RegExp(`"${page}","?load"?:function\\([^)]*\\)\\{return\\[(.*?)\\.then`).exec(routes)?.[1] ?? ''
  const chunks = [...load.matchAll(/\.e\("?(\w+)"?\)/g)].map(([, id]) =>
    scripts.find((file) => file.startsWith(`${id}.`)),
  )
  expect(chunks.length).toBeGreaterThan(0)
  return [...entry, ...chunks.filter((file) => file !== undefined)]
}

it.each(['pages/home/index', 'pages/station/index', 'pages/report-new/index', 'pages/report/index'])(
  'a resident whose first page is %s loads at most 150 KB of script',
  (page) => {
    const bytes = firstPage(page).map((file) => brotliCompressSync(read(file)).length)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150 * 1024)
  },
)
