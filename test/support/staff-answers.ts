import type { Account } from '../../shared/contract/session.ts'
import type { Report, ReportAnswer, ReportRow, TimelineEvent } from '../../shared/contract/report.ts'

/** Monday 2026-11-23, 10:00 in Guangzhou. */
export const NOW = '2026-11-23T02:00:00.000Z'
export const NUMBER = '26112348291753'

export const accounts = {
  station: { id: 's1', role: 'station', name: '何佩仪', office: '北京街联络站', stationNumber: '0001' },
  body: { id: 'b1', role: 'body', name: '邓兆坚', office: '越秀区住建局', bodyCode: 'lamps' },
  deputy: {
    id: 'd1',
    role: 'deputy',
    name: '石彩盈',
    office: '北京街联络站',
    stationNumber: '0001',
    deputyId: 'd-0001-01',
  },
  supervisor: { id: 'v1', role: 'supervisor', name: '冯绍基', office: null },
} as const satisfies Record<string, Account>

const place = { lat: 23.1255, lng: 113.2695 }
const photo = (id: string) => ({
  id,
  width: 800,
  height: 600,
  thumb: `/p/${id}?size=thumb`,
  full: `/p/${id}?size=full`,
})

/** A street lamp that waits for its station, changed by `changes`. */
export function lamp(changes: Partial<Report> = {}): Report {
  return {
    number: NUMBER,
    channel: 'opinion',
    state: 'submitted',
    round: 1,
    version: 1,
    category: { code: 'street-lighting', name: '路灯不亮' },
    text: '文明路十二号门口的路灯坏了一个星期。',
    place: { ...place, address: '文明路十二号' },
    address: '文明路十二号',
    photos: [photo('before-1')],
    answers: [{ code: 'extent', label: '有多少盏', answer: '两三盏' }],
    station: { number: '0001', name: '北京街联络站' },
    district: { code: '440104', name: '越秀区' },
    holder: { type: 'station', code: '0001', name: '北京街联络站' },
    body: null,
    coBodies: [],
    complexity: 'simple',
    dueAt: '2026-11-24T15:59:59.999Z',
    promisedAt: '2026-12-01T15:59:59.999Z',
    promisedProvisional: false,
    promises: [],
    steps: [],
    overdueLevel: 'none',
    lead: null,
    followers: [],
    bounces: 0,
    joins: 0,
    supervision: 'none',
    order: null,
    extension: 'none',
    rating: null,
    evidenceRequired: true,
    consentPublic: true,
    public: false,
    caseSlug: null,
    anonymised: false,
    createdAt: NOW,
    updatedAt: NOW,
    ...changes,
  }
}

export function event(changes: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    seq: 1,
    action: 'submit',
    from: null,
    to: 'submitted',
    at: NOW,
    actor: { role: 'resident', name: '反映人', person: null },
    text: null,
    photos: [],
    internal: false,
    data: {},
    ...changes,
  }
}

/** Work that was reported done, with an after-photo. */
export const finished = event({
  seq: 4,
  action: 'finish',
  from: 'in_progress',
  to: 'in_review',
  actor: { role: 'body', name: '越秀区住建局', person: '邓兆坚' },
  text: '灯泡已换新,晚上看过,亮了。',
  photos: [photo('after-1')],
})

export function answerOf(
  report: Partial<Report>,
  actions: ReportAnswer['actions'],
  timeline = [event()],
): ReportAnswer {
  return { report: lamp(report), timeline, actions, view: 'staff' }
}

/** The report as a list shows it. */
export function rowOf(changes: Partial<ReportRow> = {}): ReportRow {
  const { photos, ...report } = lamp()
  const { number, channel, state, round, version, category, text, district, station, holder, address } =
    report
  const { dueAt, promisedAt, bounces, joins, overdueLevel, supervision, createdAt, updatedAt } = report
  const row = { number, channel, state, round, version, category, text, district, station, holder, address }
  const more = {
    place: report.place,
    photo: photos[0]?.thumb ?? null,
    dueAt,
    promisedAt,
    bounces,
    joins,
    overdueLevel,
    supervision,
    public: false,
    anonymised: false,
    createdAt,
    updatedAt,
  }
  return { ...row, ...more, ...changes }
}

export const bodies = [
  {
    code: 'lamps',
    name: '越秀区住建局',
    kind: 'district_department',
    suggested: true,
    rule: 'district',
    past: 0,
  },
  { code: 'street', name: '北京街道办事处', kind: 'street_office', suggested: false, rule: null, past: 0 },
  { code: 'roads', name: '越秀区城管局', kind: 'district_department', suggested: false, rule: null, past: 0 },
]

export const station = {
  number: '0001',
  code: 'K7Q2M9XA',
  name: '北京街联络站',
  district: { code: '440104', name: '越秀区' },
  street: { code: '440104001', name: '北京街' },
  place,
  hours: '工作日',
  deputies: [{ id: 'd-0001-01', name: '石彩盈', level: 'city', title: '社区医生' }],
  onDuty: [],
  figures: { received: 0, open: 0, answered: 0, declined: 0, answeredInTime: 0, medianHours: null },
}

const limits = { pre_review: 1, sign: 1, handle: 3, review: 1, rating: 7, needs_info: 5 }
const category = (code: string, name: string, icon: string, keywords: string[]) => ({
  code,
  name,
  icon,
  group: { code: 'g', name: '市政', icon },
  questions: [],
  evidenceRequired: true,
  complexity: 'simple',
  keywords,
  sounds: [],
  traditional: '',
  limits,
})

export const categories = [
  category('street-lighting', '路灯不亮', 'lamp', ['路灯', '灯不亮']),
  category('road-damage', '路面破损', 'road', ['路面', '坑洞']),
]
