import { betterHomes } from './data/better-homes.ts'
import { campusCityPartnership } from './data/campus-city-partnership.ts'
import { childcareNetwork } from './data/childcare-network.ts'
import { creditForUtilities } from './data/credit-for-utilities.ts'
import { deputySnapshot } from './data/deputy-snapshot.ts'
import { elderlyCanteens } from './data/elderly-canteens.ts'
import { highSchoolPlaces } from './data/high-school-places.ts'
import { historicQuarters } from './data/historic-quarters.ts'
import { hongKongMacaoTaxBridge } from './data/hong-kong-macao-tax-bridge.ts'
import { oldPropertyRenewal } from './data/old-property-renewal.ts'
import { oneYuanClinic } from './data/one-yuan-clinic.ts'
import { peopleVoiceByCode } from './data/people-voice-by-code.ts'
import { policeOneWindow } from './data/police-one-window.ts'
import { policyPayout } from './data/policy-payout.ts'
import { projectPartner } from './data/project-partner.ts'
import { seamlessMedicalPayment } from './data/seamless-medical-payment.ts'
import { selfFundedRebuilding } from './data/self-funded-rebuilding.ts'
import { smallestEmergencyCircle } from './data/smallest-emergency-circle.ts'
import { talentGroup } from './data/talent-group.ts'
import { threePlusXInvestment } from './data/three-plus-x-investment.ts'
import { villageGala } from './data/village-gala.ts'
import type { ReformCase } from './reform-case.ts'

/** Every reform case, in the order the announcements name them: 10 most gained, 6 micro-reforms, 5 replicated. */
export const REFORM_CASES: readonly ReformCase[] = [
  creditForUtilities,
  policeOneWindow,
  peopleVoiceByCode,
  childcareNetwork,
  betterHomes,
  seamlessMedicalPayment,
  campusCityPartnership,
  projectPartner,
  hongKongMacaoTaxBridge,
  selfFundedRebuilding,
  highSchoolPlaces,
  elderlyCanteens,
  deputySnapshot,
  oldPropertyRenewal,
  smallestEmergencyCircle,
  villageGala,
  threePlusXInvestment,
  policyPayout,
  historicQuarters,
  oneYuanClinic,
  talentGroup,
]
