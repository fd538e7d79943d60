import type { ReportFeedQuery } from '../../../shared/contract/open-data.ts'
import type { ReportRow } from '../../../shared/contract/report.ts'
import { LICENCE } from '../../../shared/domain/open-data.ts'
import type { Context } from '../../context.ts'
import { wordsIn } from '../../locale/words.ts'
import { openDataStamp, type Stamp } from '../../repository/open-data.ts'
import { runBatch } from '../../repository/query.ts'
import { publicReports } from '../../repository/report-lists.ts'
import { switchedOff } from '../../repository/switches.ts'
import { cutPage, decodeCursor, encodeCursor } from '../page-cursor.ts'
import { requireOn } from '../switch/require-on.ts'
import { iso } from '../report/present-time.ts'
import { filterOf, openRow } from './open-reports.ts'
import { reportAddress } from './report-address.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 has no way to write down. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function xml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

function entryOf(origin: string, row: ReportRow): string {
  const { number, state, category, district, station, text, createdAt, updatedAt } = row
  const address = xml(reportAddress(origin, number))
  const where = [district.name, station?.name].filter(Boolean).join(' ')
  return `<entry>
<id>${address}</id>
<title>${xml(`${category.name} · ${where}`)}</title>
<published>${createdAt}</published>
<updated>${updatedAt}</updated>
<link rel="alternate" type="text/html" href="${address}"/>
<category term="${xml(category.code)}" label="${xml(category.name)}"/>
<category scheme="${xml(origin)}/states" term="${state}"/>
<content type="text">${xml(text)}</content>
</entry>`
}

/** The feed's own address, without what it is asked for by default. */
function addressOf(origin: string, query: ReportFeedQuery, cursor: string | undefined): string {
  const { limit, ...narrowed } = query
  const asked = { ...narrowed, cursor, limit: limit === 50 ? undefined : String(limit) }
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const search = new URLSearchParams(given).toString()
  return xml(`${origin}/feeds/reports.atom${search && `?${search}`}`)
}

/** The latest published reports as a feed (RFC 4287), a page at a time. @throws AppError `SWITCHED_OFF` */
export async function reportsAtom(
  ctx: Context,
  query: ReportFeedQuery,
  origin: string,
): Promise<{ stamp: Stamp; body: string }> {
  const { cursor, limit } = query
  const after = cursor === undefined ? null : { id: decodeCursor(cursor, ['number'])[0], dueAt: 0 }
  const order = { sort: 'new', after, limit: limit + 1 } as const
  const [off, stamp, found] = await runBatch(ctx.db, [
    switchedOff(ctx.db),
    openDataStamp(ctx.db),
    publicReports(ctx.db, ctx.locale, filterOf(query), order),
  ])
  requireOn(off, 'open-data')
  const { page, last } = cutPage(found, limit)
  const rows = await Promise.all(page.map((row) => openRow(ctx, row)))
  const { feed } = wordsIn(ctx.locale)
  const next = last && `<link rel="next" href="${addressOf(origin, query, encodeCursor([last.id]))}"/>`
  const body = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `<id>${addressOf(origin, { ...query, limit: 50 }, undefined)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<updated>${iso(stamp.changedAt)}</updated>`,
    `<rights>${xml(`${LICENCE.id} ${LICENCE.url} ${LICENCE.note}`)}</rights>`,
    `<link rel="self" type="application/atom+xml" href="${addressOf(origin, query, cursor)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(origin)}/public-reports"/>`,
    `<link rel="license" href="${xml(LICENCE.url)}"/>`,
    next,
    ...rows.map((row) => entryOf(origin, row)),
    '</feed>\n',
  ]
  return { stamp, body: body.filter(Boolean).join('\n') }
}
