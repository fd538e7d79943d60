import type { StaffDictionary } from './zh-hans'
import { account } from './zh-hant/account'
import { actions } from './zh-hant/actions'
import { administration } from './zh-hant/administration'
import { audit } from './zh-hant/audit'
import { city } from './zh-hant/city'
import { configuration } from './zh-hant/configuration'
import { deputy } from './zh-hant/deputy'
import { desk } from './zh-hant/desk'
import { lists } from './zh-hant/lists'
import { doors } from './zh-hant/doors'
import { office } from './zh-hant/office'
import { paper } from './zh-hant/paper'
import { poster } from './zh-hant/poster'
import { snapshot } from './zh-hant/snapshot'
import { supervision } from './zh-hant/supervision'

export const staffZhHant: StaffDictionary = {
  ...desk,
  ...actions,
  ...snapshot,
  ...account,
  ...administration,
  ...audit,
  ...city,
  ...poster,
  ...doors,
  ...office,
  ...deputy,
  ...supervision,
  ...paper,
  ...configuration,
  ...lists,
}
