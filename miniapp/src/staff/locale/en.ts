import { account } from './en/account'
import { actions } from './en/actions'
import { administration } from './en/administration'
import { audit } from './en/audit'
import { city } from './en/city'
import { configuration } from './en/configuration'
import { deputy } from './en/deputy'
import { desk } from './en/desk'
import { lists } from './en/lists'
import { doors } from './en/doors'
import { office } from './en/office'
import { paper } from './en/paper'
import { poster } from './en/poster'
import { snapshot } from './en/snapshot'
import type { StaffDictionary } from './zh-hans'
import { supervision } from './en/supervision'

export const staffEn: StaffDictionary = {
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
