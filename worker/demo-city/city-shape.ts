import type { TemplateAction } from '../../shared/domain/answer-template.ts'
import type { Role } from '../../shared/domain/actor.ts'
import type { Complexity, Limit } from '../../shared/domain/report-state.ts'

/** Positions are WGS84 in integer micro-degrees, as the database keeps them. */
export interface Position {
  latE6: number
  lngE6: number
}

export interface District extends Position {
  code: string
  name: string
  nameHant: string
  nameEn: string
}

export interface Street extends Position {
  code: string
  districtCode: string
  name: string
  nameHant: string
  kind: 'street' | 'town'
}

export interface Station extends Position {
  /** '0001' to '0604' */
  number: string
  /** what the printed link carries: 8 characters of Crockford base32 */
  code: string
  name: string
  nameHant: string
  districtCode: string
  streetCode: string
  address: string
  hours: string
}

export type DeputyLevel = 'nation' | 'province' | 'city' | 'district' | 'town'

export interface Deputy {
  /** 'd-0001-01': station and place in its list */
  id: string
  stationNumber: string
  name: string
  nameHant: string
  level: DeputyLevel
  title: string
  titleHant: string
}

export interface Body {
  code: string
  name: string
  nameHant: string
  nameEn: string
  kind: 'street_office' | 'district_department' | 'city_department'
  districtCode: string | null
  streetCode: string | null
}

export interface CategoryGroup {
  code: string
  name: string
  nameHant: string
  nameEn: string
  icon: string
  sort: number
}

export interface QuestionOption {
  code: string
  label: string
  labelHant: string
  labelEn: string
}

export interface CategoryQuestion extends QuestionOption {
  type: 'choice' | 'text' | 'yesno'
  required: boolean
  options?: QuestionOption[]
}

export interface Category {
  code: string
  groupCode: string
  name: string
  nameHant: string
  nameEn: string
  icon: string
  sort: number
  /** the body must show an after-photo when it reports the work done */
  evidenceRequired: boolean
  /** what the promised date is counted with before a person has looked */
  complexity: Complexity
  questions: CategoryQuestion[]
  /** words people type, Simplified; they suggest the category */
  keywords: string[]
}

export interface DeadlineLimit {
  categoryCode: string
  complexity: Complexity | '*'
  step: Limit
  /** working days; for `rating` calendar days; for `escalation` from the due time on */
  days: number
}

export interface RoutingRule {
  categoryCode: string
  districtCode: string
  /** '' for the whole district; a rule that names the street wins */
  streetCode: string
  bodyCode: string
}

export interface Account {
  id: string
  username: string
  role: Exclude<Role, 'resident'>
  name: string
  stationNumber?: string
  bodyCode?: string
  districtCode?: string
  deputyId?: string
}

/** What files reports for an app: no name, no password. */
export interface AppAccount {
  id: string
  role: 'resident'
}

/** A key that apps file with; `keyHash` is its SHA-256. */
export interface ApiKey {
  id: string
  keyHash: string
  prefix: string
  name: string
  contact: string
  perDay: number
  asksConsent: boolean
  accountId: string
}

/** Ready words; null for the whole city. */
export interface AnswerTemplate {
  code: string
  action: TemplateAction
  bodyCode: string | null
  stationNumber: string | null
  name: string
  nameHant: string
  text: string
  textHant: string
  sort: number
  active: boolean
}

export type Language = 'zh-Hans' | 'zh-Hant' | 'en'

export interface City {
  districts: District[]
  streets: Street[]
  stations: Station[]
  deputies: Deputy[]
  bodies: Body[]
  categoryGroups: CategoryGroup[]
  categories: Category[]
  deadlineLimits: DeadlineLimit[]
  routingRules: RoutingRule[]
  answerTemplates: AnswerTemplate[]
  accounts: Account[]
  appAccounts: readonly AppAccount[]
  apiKeys: readonly ApiKey[]
  /** what in this city is made up, to be shown to everybody */
  notice: Record<Language, string>
}
