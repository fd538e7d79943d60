import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { useFormat, useText } from '@/locale/use-text'
import { navigate } from '@/platform/navigation'
import { useCategories } from '@/api/categories'
import { hasContent, useDraft } from '@/state/draft'
import { problemsOf } from '../form/problems'
import { StartOver } from '../form/start-over'
import { STEPS, stepRoutes } from '../form/steps'

/** What was written before this visit; later it is simply there. */
const visitBeganAt = Date.now()

/** Says that an earlier draft has come back: go on where it stopped, or begin anew. */
export function DraftFound() {
  const t = useText()
  const format = useFormat()
  const { draft, startOver } = useDraft()
  const categories = useCategories()
  if (!hasContent(draft) || draft.savedAt >= visitBeganAt || draft.checked) return null
  const category = categories.data?.find(({ code }) => code === draft.categoryCode)
  const unfinished = STEPS.find((step) => problemsOf(step, draft, category).length > 0)
  const goOn = unfinished === 'what' ? undefined : unfinished ? stepRoutes[unfinished] : 'report-new-check'
  return (
    <Banner
      tone="good"
      title={t('report-new.draft.title')}
      actions={
        <>
          {goOn && (
            <Button small onClick={() => navigate(goOn)}>
              {t('report-new.draft.continue')}
            </Button>
          )}
          <StartOver small onFresh={() => startOver({ station: draft.station })}>
            {t('report-new.draft.fresh')}
          </StartOver>
        </>
      }
    >
      {t('report-new.draft.text', { ago: format.ago(draft.savedAt) })}
    </Banner>
  )
}
