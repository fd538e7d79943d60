import type { DrawingShape } from '@/kit/drawing-data'
import * as building from './building-and-business'
import * as growing from './growing-and-caring'
import * as services from './people-and-services'

/** One drawing a case, by its slug. */
export const coverDrawings: Record<string, readonly DrawingShape[]> = {
  'credit-for-utilities': building.creditForUtilities,
  'police-one-window': services.policeOneWindow,
  'people-voice-by-code': services.peopleVoiceByCode,
  'childcare-network': growing.childcareNetwork,
  'better-homes': building.betterHomes,
  'seamless-medical-payment': services.seamlessMedicalPayment,
  'campus-city-partnership': growing.campusCityPartnership,
  'project-partner': building.projectPartner,
  'hong-kong-macao-tax-bridge': services.hongKongMacaoTaxBridge,
  'self-funded-rebuilding': building.selfFundedRebuilding,
  'high-school-places': growing.highSchoolPlaces,
  'elderly-canteens': growing.elderlyCanteens,
  'deputy-snapshot': services.deputySnapshot,
  'old-property-renewal': building.oldPropertyRenewal,
  'smallest-emergency-circle': building.smallestEmergencyCircle,
  'village-gala': building.villageGala,
  'three-plus-x-investment': growing.threePlusXInvestment,
  'policy-payout': building.policyPayout,
  'historic-quarters': building.historicQuarters,
  'one-yuan-clinic': services.oneYuanClinic,
  'talent-group': growing.talentGroup,
}
