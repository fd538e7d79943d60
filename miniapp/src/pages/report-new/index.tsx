import { useQuery } from '@/platform/navigation'
import { ChooseDraft } from './station/choose-draft'
import { ChooseStation } from './station/choose-station'
import { StationProblem } from './station/station-problem'
import { useDraftStation } from './station/use-draft-station'
import { WhatStep } from './what/what-step'

/** The form's first screen: for which station, then what it is about. */
export default function ReportNewPage() {
  const { station: code, case: caseSlug } = useQuery()
  const found = useDraftStation(code, caseSlug)
  if (found.kind === 'none') return <ChooseStation />
  if (found.kind === 'other') return <ChooseDraft station={found.station} />
  if (found.kind === 'ready') return <WhatStep />
  return <StationProblem query={found.query} />
}
