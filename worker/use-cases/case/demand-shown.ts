import type { CaseDemand } from '../../../shared/contract/case-wish.ts'
import type { DistrictWishes } from '../../repository/case-wishes.ts'

export function demandShown(districts: DistrictWishes[]): CaseDemand {
  return { total: districts.reduce((sum, { wishes }) => sum + wishes, 0), districts }
}
