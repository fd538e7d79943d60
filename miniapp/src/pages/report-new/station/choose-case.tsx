import { CaseName } from '@/components/case-feedback/case-name'
import { useText } from '@/locale/use-text'
import { setCase } from '@/state/about-case'
import { useDraft } from '@/state/draft'
import { TwoDrafts } from './two-drafts'

/** Somebody wants to say something of a reform while something else is half written. */
export function ChooseCase({ slug, onSettled }: { slug: string; onSettled: () => void }) {
  const t = useText()
  const { draft, startOver } = useDraft()
  return (
    <TwoDrafts
      back={{ to: 'case', query: { slug } }}
      about={<CaseName slug={slug} />}
      text={t('report-new.other-case.text')}
      move={t('report-new.other-case.move')}
      onContinue={onSettled}
      onMove={() => {
        setCase(slug)
        onSettled()
      }}
      onFresh={() => {
        startOver({ station: draft.station })
        setCase(slug)
        onSettled()
      }}
    />
  )
}
