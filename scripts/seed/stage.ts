import { readFile } from 'node:fs/promises'
import { submitRequest } from '../../shared/contract/report.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import type { Context } from '../../worker/context.ts'
import type { City } from '../../worker/demo-city/city-shape.ts'
import type { DemoReport, PhotoKey, Step } from '../../worker/demo-city/report-script-shape.ts'
import type { Config, Env } from '../../worker/env.ts'
import { uploadPhoto } from '../../worker/use-cases/photo/upload-photo.ts'
import { actOnReport } from '../../worker/use-cases/report/act.ts'
import { submitReport } from '../../worker/use-cases/report/submit.ts'
import { filerOf, openCast, partOf, type Holder } from './cast.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The photos of one report by the names its script gives them. */
type Photos = Map<PhotoKey, string>

async function upload(ctx: Context, name: PhotoKey, photos: Photos): Promise<void> {
  const file = new URL(`../../worker/demo-city/photos/${name}.jpg`, import.meta.url)
  const bytes = Uint8Array.from(await readFile(file))
  const { photo } = await uploadPhoto(ctx, { full: { bytes, declared: 'image/jpeg' }, thumb: null })
  photos.set(name, photo.id)
}

async function commandOf(ctx: Context, step: Step, photos: Photos): Promise<Command> {
  const { by: _by, afterHours: _hours, photos: names = [], ...payload } = step
  // Publication names photos the report has already; every other step brings its own.
  if (step.action !== 'publish') for (const name of names) await upload(ctx, name, photos)
  const photoIds = names.flatMap((name) => photos.get(name) ?? [])
  return { ...payload, ...(names.length > 0 && { photoIds }) } as Command
}

/** Opens the stage on the local bindings. `now` (milliseconds) is the moment the scripts end at. */
export async function openStage(env: Env, config: Config, city: City, now: number) {
  const { contextOf, dismiss } = await openCast(env, config, city, now)

  async function submit(report: DemoReport, at: number, photos: Photos) {
    const ctx = await contextOf(filerOf(city, report), at)
    if (report.photo) await upload(ctx, report.photo, photos)
    const station = city.stations.find((candidate) => candidate.number === report.stationNumber)
    const input = submitRequest.parse({
      channel: report.channel,
      ...(report.channel === 'opinion' && { stationCode: station?.code }),
      categoryCode: report.categoryCode,
      text: report.text,
      place: report.place,
      photoIds: [...photos.values()],
      answers: report.answers,
      consentPublic: report.consentPublic,
    })
    const { answer } = await submitReport(ctx, input, { key: `demo-city-${report.key}`, body: report.key })
    return (JSON.parse(answer) as { report: { number: string; body: { code: string } | null } }).report
  }

  /** Files a report and takes its steps, each at its own moment; those that lie ahead of `now` are left out. */
  async function play(report: DemoReport): Promise<void> {
    const photos: Photos = new Map()
    // The database keeps whole milliseconds.
    let at = Math.round(now - report.daysAgo * DAY_MS)
    const { number, body } = await submit(report, at, photos)
    const holder: Holder = { body: body?.code ?? null, deputy: null }
    for (const [index, step] of report.steps.entries()) {
      at += Math.round(step.afterHours * HOUR_MS)
      if (at > now) return
      const ctx = await contextOf(partOf(city, step, report, holder), at)
      const command = await commandOf(ctx, step, photos)
      const request = { key: `demo-city-${report.key}-${index}`, body: `${report.key} ${index}` }
      await actOnReport(ctx, number, { version: index + 1, command }, request)
      if (step.action !== 'assign') continue
      holder.body = step.bodyCode ?? null
      holder.deputy = step.deputyId ?? null
    }
  }

  return { play, close: dismiss }
}
