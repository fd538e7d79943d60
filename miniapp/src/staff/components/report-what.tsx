import type { ReportAnswer } from '@shared/contract/report.ts'
import { CaseName } from '@/components/case-feedback/case-name'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { givenAnswer } from '@/components/timeline/given-answer'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../locale/use-staff-text'
import { BeforeAfter } from './before-after'

/** The reporter's words, answers and photos; beside them, what was done. */
export function ReportWhat({ answer }: { answer: ReportAnswer }) {
  const t = useStaffText()
  const format = useFormat()
  const { report, timeline } = answer
  const wasFinished = givenAnswer(timeline) !== null
  return (
    <Card as="section" label={t('staff.report.what')}>
      <Box gap={4}>
        <Box gap={1}>
          <Heading>{t('staff.report.what')}</Heading>
          <Text block size="small" tone="muted">
            {format.dateTime(report.createdAt)}
          </Text>
        </Box>
        <Text block prose size="large">
          {report.anonymised ? t('report.erased') : report.text}
        </Text>
        {report.caseSlug && (
          <Definition
            rows={[{ label: t('case-report.about'), value: <CaseName slug={report.caseSlug} linked /> }]}
          />
        )}
        {report.answers.length > 0 && (
          <Definition
            label={t('staff.report.answers')}
            rows={report.answers.map((one) => ({ label: one.label, value: answerWords(one.answer, t) }))}
          />
        )}
        {wasFinished ? (
          <BeforeAfter answer={answer} />
        ) : (
          <PhotoGallery photos={report.photos} label={t('report.photos')} large />
        )}
      </Box>
    </Card>
  )
}

/** A yes-or-no question comes back as the word of the wire. */
function answerWords(answer: string, t: ReturnType<typeof useStaffText>): string {
  if (answer === 'true') return t('staff.yes')
  return answer === 'false' ? t('staff.no') : answer
}
