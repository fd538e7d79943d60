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

const FIRST = [
  'pages/home',
  'pages/station',
  'pages/report-new',
  'pages/report',
  'pages/public-reports',
  'pages/scan',
  'pages/notices',
  'library/pages/cases',
  'library/pages/case',
  'library/pages/figures',
]

/** Words that only staff read: where they are, staff code is. */
const OF_STAFF = ['staff.sign-in.lead', 'staff.inbox.tab.inbox', 'staff.do.decline']

it.each(FIRST.map((page) => `${page}/index`))(
  'a resident whose first page is %s loads at most 150 KB of script, and nothing of the staff',
  (page) => {
    const files = firstPage(page)
    const bytes = files.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0)
    console.log(`first page ${page}: ${Math.round(bytes / 1024)} KB of script (brotli)`)
    expect(bytes).toBeLessThanOrEqual(150 * 1024)
    const ofStaff = files.filter((file) => OF_STAFF.some((word) => read(file).includes(word)))
    expect(ofStaff).toEqual([])
  },
)

it('would notice code of the staff', () => {
  const found = scripts.filter((file) => OF_STAFF.every((word) => read(file).includes(word)))
  expect(found.length).toBeGreaterThan(0)
})
