import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '@/locale/translate'
import { emptyDraft } from '@/state/draft'
import { deliver, deliverAll, isEditable, sendDraft, useOutbox, wasFiledBefore } from '@/state/outbox'
import { usePhotos } from '@/state/photos'
import { useReceipts } from '@/state/receipts'
import { useSession } from '@/state/session'
import { playCity, refusal } from '../support/resident-city.ts'
import { lamp, NUMBER } from '../support/staff-answers.ts'

const station = { code: 'K7Q2M9XA', number: '0001', name: '北京街联络站', place: { lat: 23.1, lng: 113.2 } }
const draft = () => ({
  ...emptyDraft(station),
  categoryCode: 'street-lighting',
  text: '路灯坏了一个星期。',
  placeless: true,
})
const filed = { status: 201, body: { report: lamp(), queryCode: 'ABCD2345' } }
const noNetwork = new TypeError('Failed to fetch')
const isSubmit = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/api/v1/reports'

beforeEach(async () => {
  await speak('zh-hans')
  localStorage.clear()
  useOutbox.setState({ entries: [] })
  useReceipts.setState({ receipts: [] })
  usePhotos.setState({}, true)
  useSession.getState().end()
})
afterEach(() => vi.unstubAllGlobals())

describe('the outbox', () => {
  it('files a draft under its own key and keeps the receipt', async () => {
    const asked = playCity((call) => (isSubmit(call) ? filed : null))
    const mine = draft()
    const entry = await sendDraft(mine)
    expect(entry).toMatchObject({ status: 'sent', number: NUMBER })
    expect(useReceipts.getState().receipts).toMatchObject([{ number: NUMBER, queryCode: 'ABCD2345' }])
    const submits = asked.filter(isSubmit)
    expect(submits).toHaveLength(1)
    expect(submits[0]?.headers['Idempotency-Key']).toBe(mine.key)
    expect(JSON.parse(submits[0]?.body ?? '')).toMatchObject({
      channel: 'opinion',
      stationCode: 'K7Q2M9XA',
      place: null,
    })
  })

  it('keeps what got no answer, and repeats it byte for byte under the same key', async () => {
    let isDown = true
    const asked = playCity((call) => (isSubmit(call) ? (isDown ? noNetwork : filed) : null))
    const waiting = await sendDraft(draft())
    expect(waiting.status).toBe('waiting')
    expect(JSON.parse(localStorage.getItem('mashang.outbox') ?? '').entries).toHaveLength(1)
    isDown = false
    await deliverAll()
    expect(useOutbox.getState().entries[0]).toMatchObject({ status: 'sent', number: NUMBER })
    const [first, second] = asked.filter(isSubmit)
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['Idempotency-Key']).toBe(first?.headers['Idempotency-Key'])
  })

  it('never tries the same report twice at once', async () => {
    const asked = playCity((call) => (isSubmit(call) ? filed : null))
    const mine = draft()
    await Promise.all(
      [sendDraft(mine), deliverAll(), deliver(mine.key)].map((call) => call.catch(() => null)),
    )
    expect(asked.filter(isSubmit)).toHaveLength(1)
  })

  it('gives a refused one back with the words of the server', async () => {
    playCity((call) =>
      isSubmit(call) ? { status: 422, body: refusal('VALIDATION_FAILED', '要改', { text: '太短' }) } : null,
    )
    const entry = await sendDraft(draft())
    expect(entry).toMatchObject({ status: 'refused', fields: { text: '太短' }, body: null })
    expect(isEditable(entry)).toBe(true)
  })

  it('holds on to everything when the server is in trouble', async () => {
    playCity((call) => (isSubmit(call) ? { status: 503, body: refusal('UNAVAILABLE', '稍后再试') } : null))
    const entry = await sendDraft(draft())
    expect(entry).toMatchObject({ status: 'stuck', message: '稍后再试' })
    // It may have been filed: its words must not change any more.
    expect(isEditable(entry)).toBe(false)
  })

  it('stops trying when the key is known under another session', async () => {
    const asked = playCity((call) =>
      isSubmit(call) ? { status: 409, body: refusal('IDEMPOTENCY_MISMATCH', 'x') } : null,
    )
    const entry = await sendDraft(draft())
    expect(wasFiledBefore(entry)).toBe(true)
    await deliverAll()
    expect(asked.filter(isSubmit)).toHaveLength(1)
  })

  it('opens a new device session when the old one has died', async () => {
    useSession.getState().begin({ token: null, account: null })
    let dead = true
    const asked = playCity((call) => {
      if (call.path.endsWith('/session/anonymous')) dead = false
      if (!isSubmit(call)) return null
      return dead ? { status: 401, body: refusal('UNAUTHENTICATED', 'x') } : filed
    })
    expect(await sendDraft(draft())).toMatchObject({ status: 'sent' })
    expect(asked.filter(isSubmit)).toHaveLength(2)
  })

  it('takes a restart in the middle of sending for a lost answer', async () => {
    const entry = { key: 'k', draft: draft(), body: '{}', status: 'sending' }
    localStorage.setItem('mashang.outbox', JSON.stringify({ entries: [entry] }))
    vi.resetModules()
    const again = await import('@/state/outbox')
    expect(again.useOutbox.getState().entries[0]?.status).toBe('waiting')
  })
})
