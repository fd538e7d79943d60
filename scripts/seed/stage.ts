import { readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import type { Command } from '../../shared/domain/report-command.ts'
import { submitRequest } from '../../shared/contract/report.ts'
import { photoStore } from '../../worker/adapters/r2-photos.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import type { Context } from '../../worker/context.ts'
import type { City } from '../../worker/demo-city/city-shape.ts'
import type { DemoReport, PhotoKey, Step } from '../../worker/demo-city/report-script-shape.ts'
import type { Config, Env } from '../../worker/env.ts'
import { insertUnnamedAccount } from '../../worker/repository/accounts.ts'
import { runBatch } from '../../worker/repository/query.ts'
import { deleteSession, insertSession } from '../../worker/repository/sessions.ts'
import { uploadPhoto } from '../../worker/use-cases/photo/upload-photo.ts'
import { actOnReport } from '../../worker/use-cases/report/act.ts'
import { submitReport } from '../../worker/use-cases/report/submit.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Where scripted reports are played: accounts that act, photos, and a clock that can be set. */
export interface Stage {
  play(report: DemoReport): Promise<void>
  /** Ends every session the stage has opened. */
  close(): Promise<void>
}

type Cast = { role: 'resident' } | { role: 'station'; station: string } | { role: 'body'; body: string } | { role: 'deputy'; deputy: string } | { role: 'supervisor' }

function castKey(cast: Cast, report: DemoReport): string {
  switch (cast.role) {
    case 'resident':
      return `resident-${report.key}`
    case 'station':
      return `station-${cast.station}`
    case 'body':
      return `body-${cast.body}`
    case 'deputy':
      return cast.deputy
    case 'supervisor':
      return 'supervisor'
  }
}

/** Opens the stage on the local bindings. `now` (milliseconds) is the moment the scripts end at. */
export async function openStage(env: Env, config: Config, city: City, now: number): Promise<Stage> {
  const secrets = await secretsFrom(config.secretKey)
  const sessions = new Map<string, Promise<string>>()

  function context(tokenHash: string, at: number): Context {
    return {
      db: env.DB,
      photos: photoStore(env.PHOTOS),
      secrets,
      config,
      credentials: { tokenHash, queryCode: null },
      locale: 'zh-hans',
      now: () => at,
      newId: () => randomBytes(16).toString('base64url'),
      random: (bytes) => Uint8Array.from(randomBytes(bytes)),
      wakeOutbox: () => undefined,
    }
  }

  function knownAccount(cast: Cast): string | undefined {
    return city.accounts.find((account) => {
      if (account.role !== cast.role) return false
      if (cast.role === 'station') return account.stationNumber === cast.station
      if (cast.role === 'body') return account.bodyCode === cast.body
      if (cast.role === 'deputy') return account.deputyId === cast.deputy
      return account.districtCode === undefined
    })?.id
  }

  /** The token hash of a session of whoever plays that part; offices without a demonstration account get a mute one. */
  function sessionOf(cast: Cast, report: DemoReport): Promise<string> {
    const key = castKey(cast, report)
    let session = sessions.get(key)
    if (!session) {
      session = openSession(cast, key)
      sessions.set(key, session)
    }
    return session
  }

  async function openSession(cast: Cast, key: string): Promise<string> {
    const accountId = knownAccount(cast) ?? `demo-${key}`
    const tokenHash = `stage-${key}`
    await runBatch(env.DB, [
      insertUnnamedAccount(env.DB, {
        id: accountId,
        role: cast.role,
        stationNumber: cast.role === 'station' ? cast.station : null,
        bodyCode: cast.role === 'body' ? cast.body : null,
        createdAt: now,
      }),
      deleteSession(env.DB, tokenHash),
      insertSession(env.DB, { tokenHash, accountId, createdAt: now, expiresAt: now + DAY_MS }),
    ])
    return tokenHash
  }

  async function upload(ctx: Context, photo: PhotoKey): Promise<string> {
    const file = new URL(`../../worker/demo-city/photos/${photo}.jpg`, import.meta.url)
    const bytes = Uint8Array.from(await readFile(file))
    const { photo: uploaded } = await uploadPhoto(ctx, { full: { bytes, declared: 'image/jpeg' }, thumb: null })
    return uploaded.id
  }

  function filerOf(report: DemoReport): Cast {
    if (report.channel === 'opinion') return { role: 'resident' }
    const account = city.accounts.find(
      (candidate) => candidate.role === 'deputy' && candidate.stationNumber === report.stationNumber,
    )
    const deputy = account?.deputyId ?? `d-${report.stationNumber}-01`
    return { role: 'deputy', deputy }
  }

  function castOf(step: Step, report: DemoReport, holder: { body: string | null; deputy: string | null }): Cast {
    switch (step.by) {
      case 'reporter':
        return filerOf(report)
      case 'station':
        return { role: 'station', station: report.stationNumber }
      case 'body':
        return { role: 'body', body: holder.body ?? '' }
      case 'deputy':
        return { role: 'deputy', deputy: holder.deputy ?? (filerOf(report) as { deputy?: string }).deputy ?? `d-${report.stationNumber}-01` }
      case 'supervisor':
        return { role: 'supervisor' }
    }
  }

  async function submit(report: DemoReport, at: number, photos: Map<PhotoKey, string>) {
    const ctx = context(await sessionOf(filerOf(report), report), at)
    if (report.photo) photos.set(report.photo, await upload(ctx, report.photo))
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

  async function play(report: DemoReport): Promise<void> {
    let at = now - report.daysAgo * DAY_MS
    const photos = new Map<PhotoKey, string>()
    const { number, body } = await submit(report, at, photos)
    const holder = { body: body?.code ?? null, deputy: null as string | null }
    for (const [index, step] of report.steps.entries()) {
      at += step.afterHours * HOUR_MS
      if (at > now) break
      const { by: _by, afterHours: _hours, photos: names = [], ...payload } = step
      const ctx = context(await sessionOf(castOf(step, report, holder), report), at)
      for (const name of names) {
        if (step.action !== 'publish') photos.set(name, await upload(ctx, name))
      }
      const photoIds = names.flatMap((name) => photos.get(name) ?? [])
      const command = { ...payload, ...(names.length > 0 && { photoIds }) } as Command
      if (command.action === 'assign') Object.assign(holder, { body: command.bodyCode ?? null, deputy: command.deputyId ?? null })
      const request = { key: `demo-city-${report.key}-${index}`, body: `${report.key} ${index}` }
      await actOnReport(ctx, number, { version: index + 1, command }, request)
    }
  }

  async function close(): Promise<void> {
    const hashes = await Promise.all(sessions.values())
    for (let start = 0; start < hashes.length; start += 50) {
      await runBatch(env.DB, hashes.slice(start, start + 50).map((hash) => deleteSession(env.DB, hash)))
    }
  }

  return { play, close }
}
