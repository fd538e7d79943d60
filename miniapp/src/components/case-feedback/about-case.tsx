import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { useText } from '@/locale/use-text'
import { CaseName } from './case-name'

export interface AboutCaseProps {
  slug: string
  /** the words of the button, where it leads to more than this case */
  drop?: string
  onDrop: () => void
}

/** Says which case it is about, and lets go of it again. */
export function AboutCase({ slug, drop, onDrop }: AboutCaseProps) {
  const t = useText()
  const button = (
    <Button small icon="close" onClick={onDrop}>
      {drop ?? t('case-report.drop')}
    </Button>
  )
  return (
    <Banner title={t('case-report.about')} announce={false} actions={button}>
      <CaseName slug={slug} linked />
    </Banner>
  )
}
