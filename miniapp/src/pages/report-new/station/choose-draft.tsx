import { useText } from '@/locale/use-text'
import { redirect } from '@/platform/navigation'
import { type DraftStation, useDraft } from '@/state/draft'
import { TwoDrafts } from './two-drafts'

/** A code was scanned while something for another station is half written. */
export function ChooseDraft({ station }: { station: DraftStation }) {
  const t = useText()
  const { draft, change, startOver } = useDraft()
  const before = draft.station
  return (
    <TwoDrafts
      back={{ to: 'station', query: { code: station.code } }}
      text={t('report-new.other.text', { name: before?.name ?? '' })}
      move={t('report-new.other.move', { name: station.name })}
      onContinue={() => redirect('report-new', { station: before?.code })}
      onMove={() => change({ station })}
      onFresh={() => startOver({ station })}
    />
  )
}
