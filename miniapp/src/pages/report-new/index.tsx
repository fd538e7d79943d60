import { scannedCode } from '@/components/scan/scanned-code'
import { useQuery } from '@/platform/navigation'
import { ChooseCase } from './station/choose-case'
import { ChooseDraft } from './station/choose-draft'
import { ChooseStation } from './station/choose-station'
import { StationProblem } from './station/station-problem'
import { useDraftStation } from './station/use-draft-station'
import { useOfferedCase } from './station/use-offered-case'
import { WhatStep } from './what/what-step'

/** The form's first screen: for which station, then what it is about. */
export default function ReportNewPage() {
  const { station, case: caseSlug } = useQuery()
  // However somebody typed it.
  const code = station && scannedCode({ code: station })
  const { asked, settle } = useOfferedCase(caseSlug)
  const found = useDraftStation(code)
  if (asked) return <ChooseCase slug={asked} onSettled={settle} />
  if (found.kind === 'none') return <ChooseStation />
  if (found.kind === 'other') return <ChooseDraft station={found.station} />
  if (found.kind === 'ready') return <WhatStep />
  return <StationProblem query={found.query} />
}
