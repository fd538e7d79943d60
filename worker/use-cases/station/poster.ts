import { AppError } from '../../../shared/domain/errors.ts'
import { formatCode } from '../../../shared/domain/receipt.ts'
import type { Context } from '../../context.ts'
import { wordsIn } from '../../locale/words.ts'
import type { StationRecord } from '../../repository/stations.ts'
import { qrPicture } from '../qr-picture.ts'
import { withActor } from '../session/with-actor.ts'
import { scanLink } from './change-code.ts'
import { stationQuery } from './own-station.ts'

async function stationWithCode(ctx: Context, typed: string): Promise<StationRecord> {
  const { answers } = await withActor(ctx, [stationQuery(ctx, typed)])
  const [station] = answers
  if (!station) throw new AppError('STATION_UNKNOWN')
  if (station.revoked || station.code === '') throw new AppError('STATION_REVOKED')
  return station
}

/**
 * A station's code as an SVG picture.
 *
 * @param origin where the app is, `https://city.example`
 * @throws AppError `STATION_UNKNOWN`, `STATION_REVOKED` for a station without a code in force
 */
export async function drawStationCode(ctx: Context, typed: string, origin: string): Promise<string> {
  const { code } = await stationWithCode(ctx, typed)
  return qrPicture(scanLink(origin, code))
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** A4 in millimetres. */
const WIDTH = 210
const HEIGHT = 297
const EDGE = 20
const CODE_SIDE = 96

/** Characters of the Chinese kind are as wide as they are high, the others about half. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.55), 0)
}

function line(text: string, y: number, size: number, look = ''): string {
  // A long name is set smaller rather than cut.
  const fits = Math.min(size, (WIDTH - 2 * EDGE) / Math.max(1, widthOf(text)))
  return `<text x="${WIDTH / 2}" y="${y}" font-size="${fits.toFixed(2)}" text-anchor="middle" ${look}>${escaped(text)}</text>`
}

function way(text: string, index: number): string {
  const y = 246 + index * 13
  return (
    `<circle cx="${EDGE + 12}" cy="${y - 2.2}" r="4.6" fill="#0B6E4F"/>` +
    `<text x="${EDGE + 12}" y="${y}" font-size="6" text-anchor="middle" fill="#fff" font-weight="700">${index + 1}</text>` +
    `<text x="${EDGE + 21}" y="${y}" font-size="6.4">${escaped(text)}</text>`
  )
}

/**
 * A station's poster on A4, to be printed: its name and number, the code, and how it works in three lines.
 *
 * @param origin where the app is, `https://city.example`
 * @throws AppError as `drawStationCode`
 */
export async function drawPoster(ctx: Context, typed: string, origin: string): Promise<string> {
  const station = await stationWithCode(ctx, typed)
  const { poster } = wordsIn(ctx.locale)
  const link = scanLink(origin, station.code)
  const left = (WIDTH - CODE_SIDE) / 2
  const code = qrPicture(link).replace(
    '<svg',
    `<svg x="${left}" y="106" width="${CODE_SIDE}" height="${CODE_SIDE}"`,
  )
  const family =
    '&quot;PingFang SC&quot;, &quot;Noto Sans CJK SC&quot;, &quot;Microsoft YaHei&quot;, sans-serif'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${family}" fill="#17211D">`,
    `<title>${escaped(station.name)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<rect width="${WIDTH}" height="12" fill="#0B6E4F"/>`,
    line(poster.title, 46, 22, 'font-weight="800" fill="#0B6E4F"'),
    line(poster.lead, 62, 8.4, 'fill="#55635D"'),
    line(station.name, 84, 11, 'font-weight="700"'),
    line(poster.number.replace('{number}', station.number), 96, 7.4, 'fill="#55635D"'),
    code,
    line(poster.scan, 213, 8.4, 'font-weight="700"'),
    line(poster.typed.replace('{code}', formatCode(station.code)), 223, 6, 'fill="#55635D"'),
    ...poster.ways.map(way),
    line(`${station.address}　${station.hours}`, 288, 5, 'fill="#55635D"'),
    '</svg>',
  ].join('\n')
}
