import { account } from './en/account'
import { actions } from './en/actions'
import { desk } from './en/desk'
import { snapshot } from './en/snapshot'
import type { StaffDictionary } from './zh-hans'

export const staffEn: StaffDictionary = { ...desk, ...actions, ...snapshot, ...account }
