import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { useFormat, useText } from '@/locale/use-text'
import { navigate } from '@/platform/navigation'
import { useCategories } from '@/api/categories'
import { hasContent, useDraft } from '@/state/draft'
import { problemsOf } from '../form/problems'
import { STEPS, stepRoutes } from '../form/steps'

/** What was written before this visit; later it is simply there. */
const visitBeganAt = Date.now()

/** Says that an earlier draft has come back: go on where it stopped, or begin anew. */
export function DraftFound() {
  const t = useText()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
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
          <Button small onClick={() => setAsking(true)}>
            {t('report-new.draft.fresh')}
          </Button>
        </>
      }
    >
      {t('report-new.draft.text', { ago: format.ago(draft.savedAt) })}
      <ConfirmSheet
        open={asking}
        title={t('report-new.fresh.ask')}
        text={t('report-new.fresh.text')}
        confirm={t('report-new.fresh.yes')}
        danger
        onConfirm={() => {
          setAsking(false)
          startOver({ station: draft.station })
        }}
        onClose={() => setAsking(false)}
      />
    </Banner>
  )
}
