import type { Report } from '@shared/contract/report.ts'
import { CaseName } from '@/components/case-feedback/case-name'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition, type DefinitionRow } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { PlaceOnMap } from './place-on-map'

/** What was reported. */
export function Facts({ report }: { report: Report }) {
  const t = useText()
  const rows = useRows(report)
  return (
    <Card as="section" label={t('report.facts')}>
      <Box gap={3}>
        <Heading>{t('report.facts')}</Heading>
        <Definition rows={rows} />
        <PhotoGallery photos={report.photos} label={t('report.photos')} />
        {report.place && (
          <PlaceOnMap place={report.place} station={report.station} name={report.category.name} />
        )}
      </Box>
    </Card>
  )
}

function useRows(report: Report): DefinitionRow[] {
  const t = useText()
  const format = useFormat()
  const optional: [label: string, value: string | null | undefined][] = [
    [t('report.fact.place'), report.address],
    [t('report.fact.station'), report.station?.name],
    [t('report.fact.body'), report.body?.name],
    [t('report.fact.with'), report.coBodies.map(({ name }) => name).join(t('report.comma'))],
  ]
  return [
    {
      label: t('report.fact.text'),
      value: <Text prose>{report.anonymised ? t('report.erased') : report.text}</Text>,
    },
    ...report.answers.map(({ label, answer }) => ({
      label,
      value: yesNo(answer, t('report.yes'), t('report.no')),
    })),
    ...(report.caseSlug
      ? [{ label: t('case-report.about'), value: <CaseName slug={report.caseSlug} linked /> }]
      : []),
    ...optional.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    { label: t('report.fact.created'), value: format.dateTime(report.createdAt) },
    {
      label: t('report.fact.public'),
      value: t(report.public ? 'report.fact.public.yes' : 'report.fact.public.no'),
    },
  ]
}

/** The API gives a yes-or-no answer as 'true' or 'false'. */
function yesNo(answer: string, yes: string, no: string): string {
  if (answer === 'true') return yes
  return answer === 'false' ? no : answer
}
