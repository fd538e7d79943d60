import type { StaffDictionary } from './zh-hans'
import { account } from './zh-hant/account'
import { actions } from './zh-hant/actions'
import { desk } from './zh-hant/desk'
import { snapshot } from './zh-hant/snapshot'

export const staffZhHant: StaffDictionary = { ...desk, ...actions, ...snapshot, ...account }
