import { submitRequest, type Report, type ReportAnswer } from '../../shared/contract/report.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import type { Context } from '../../worker/context.ts'
import type { City } from '../../worker/demo-city/city-shape.ts'
import type { DemoReport, PhotoKey, Step } from '../../worker/demo-city/report-script-shape.ts'
import { uploadPhoto } from '../../worker/use-cases/photo/upload-photo.ts'
import { actOnReport } from '../../worker/use-cases/report/act.ts'
import { submitReport } from '../../worker/use-cases/report/submit.ts'
import { filerOf, partOf, type Holder, type Part } from './cast.ts'
import type { ReportMoment } from './moments.ts'

const DAY_MS = 86_400_000

/** A report that is being played. */
interface Played {
  number: string
  /** As far as its own steps go; the clock, or its lead, may have moved it further. */
  version: number
  holder: Holder
  /** Its photos by the names its script gives them. */
  photos: Map<PhotoKey, string>
}

/** What actors need: who they are at a moment (milliseconds), and the bytes of a drawing. */
export interface Props {
  city: City
  contextOf(part: Part, at: number): Promise<Context>
  readPhoto(name: PhotoKey): Promise<Uint8Array<ArrayBuffer>>
}

/** The version a report has by now, when that is why an action was refused. */
function presentVersion(error: unknown): number {
  if (!(error instanceof AppError) || error.code !== 'STALE_VERSION') throw error
  return (error.current as { version: number }).version
}

/** Photos get the ids they have in the report: in a repeat these are the first ones, not those just uploaded. */
function keepIds(
  { photos }: Played,
  names: readonly PhotoKey[],
  shown: readonly { id: string }[] = [],
): void {
  for (const [index, name] of names.entries()) {
    const photo = shown[index]
    if (photo) photos.set(name, photo.id)
  }
}

/** People who do what the scripts say, through the same use cases as everybody. What was done is not done again. */
export function acting({ city, contextOf, readPhoto }: Props) {
  const cast = new Map<string, Played>()

  function playedOf(key: string): Played {
    const played = cast.get(key)
    if (!played) throw new Error(`not filed yet: ${key}`)
    return played
  }

  async function upload(ctx: Context, name: PhotoKey): Promise<string> {
    const bytes = await readPhoto(name)
    return (await uploadPhoto(ctx, { full: { bytes, declared: 'image/jpeg' }, thumb: null })).photo.id
  }

  async function file(report: DemoReport, at: number): Promise<void> {
    const ctx = await contextOf(filerOf(city, report), at)
    const names = report.photo ? [report.photo] : []
    const station = city.stations.find((candidate) => candidate.number === report.stationNumber)
    const input = submitRequest.parse({
      channel: report.channel,
      ...(report.channel === 'opinion' && { stationCode: station?.code }),
      categoryCode: report.categoryCode,
      text: report.text,
      place: report.place,
      photoIds: await Promise.all(names.map((name) => upload(ctx, name))),
      answers: report.answers,
      consentPublic: report.consentPublic,
      caseSlug: report.caseSlug,
    })
    const { answer } = await submitReport(ctx, input, { key: `demo-city-${report.key}`, body: report.key })
    const { report: filed } = JSON.parse(answer) as { report: Report }
    const holder = { body: filed.body?.code ?? null, deputy: null }
    const played: Played = { number: filed.number, version: 1, holder, photos: new Map() }
    keepIds(played, names, filed.photos)
    cast.set(report.key, played)
  }

  async function photoIdsOf(ctx: Context, step: Step, { photos }: Played): Promise<string[]> {
    // Publication names photos the report has already; every other step brings its own.
    const isKnown = step.action === 'publish' || step.action === 'redact'
    const { photos: names = [] } = step
    const ids = await Promise.all(names.map((name) => (isKnown ? photos.get(name) : upload(ctx, name))))
    return ids.filter((id) => id !== undefined)
  }

  async function commandOf(ctx: Context, step: Step, played: Played, at: number): Promise<Command> {
    const { by: _by, afterHours: _hours, photos, lead, days, ...payload } = step
    const inDays = step.action === 'order' ? { dueAt: at + (days ?? 0) * DAY_MS } : { days }
    return {
      ...payload,
      ...(days !== undefined && inDays),
      ...(lead !== undefined && { leadNumber: playedOf(lead).number }),
      ...(photos !== undefined && { photoIds: await photoIdsOf(ctx, step, played) }),
    } as Command
  }

  /** Takes a step; where the clock was there in between, at the version it left behind. */
  async function takeStep(ctx: Context, played: Played, key: string, command: Command): Promise<string> {
    const request = { key: `demo-city-${key}`, body: key }
    const take = () => actOnReport(ctx, played.number, { version: played.version, command }, request)
    try {
      return await take()
    } catch (error) {
      played.version = presentVersion(error)
      return take()
    }
  }

  async function act({ at, report, index }: ReportMoment, step: Step): Promise<void> {
    const played = playedOf(report.key)
    const ctx = await contextOf(partOf(city, step, report, played.holder), at)
    const command = await commandOf(ctx, step, played, at)
    const answer = JSON.parse(await takeStep(ctx, played, `${report.key}-${index}`, command))
    played.version += 1
    if (step.action === 'finish' || step.action === 'supplement') {
      keepIds(played, step.photos ?? [], (answer as ReportAnswer).timeline.at(-1)?.photos)
    }
    if (step.action === 'assign') {
      played.holder = { body: step.bodyCode ?? null, deputy: step.deputyId ?? null }
    }
  }

  /** Does what happens to a report at a moment. */
  async function perform(moment: ReportMoment): Promise<void> {
    await (moment.step ? act(moment, moment.step) : file(moment.report, moment.at))
  }

  return { perform, numberOf: (key: string) => playedOf(key).number }
}
