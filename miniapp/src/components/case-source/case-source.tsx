import type { ShownCase } from '@shared/contract/reform-case.ts'
import { Box } from '@/kit/box'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

/** Where the facts come from: title, publisher, date; and that the words are ours. */
export function CaseSource({ source }: { source: ShownCase['source'] }) {
  const t = useText()
  const { title, publisher, publishedAt } = source
  const [year = '', month = '', day = ''] = publishedAt?.split('-') ?? []
  const date =
    publishedAt === null
      ? t('cases.source.undated')
      : t('cases.source.date', { year, month: Number(month), day: Number(day), iso: publishedAt })
  return (
    <Box as="section" label={t('cases.source')} gap={1}>
      <Text block size="small" tone="muted">
        {t('cases.source.named', { publisher, title, date })}
      </Text>
      <Text block size="small" tone="muted">
        {t('cases.source.words')}
      </Text>
    </Box>
  )
}
