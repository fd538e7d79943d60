import type { Category } from '@shared/contract/category.ts'
import { CaseName } from '@/components/case-feedback/case-name'
import { usePlaceWords } from '@/components/place-picker/use-place-words'
import { Box } from '@/kit/box'
import { Definition, type DefinitionRow } from '@/kit/definition'
import { Picture } from '@/kit/picture'
import { Text } from '@/kit/text'
import type { Translate } from '@/locale/translate'
import { useText } from '@/locale/use-text'
import { navigate, returnTo } from '@/platform/navigation'
import type { Draft } from '@/state/draft'
import { usePhotos } from '@/state/photos'
import { type Step, stepRoutes } from '../form/steps'
import './answers.scss'

interface AnswersProps {
  draft: Draft
  category: Category | undefined
}

/** Everything that was answered, each with the way to change it. */
export function Answers({ draft, category }: AnswersProps) {
  const t = useText()
  const place = usePlaceText(draft)
  const change = (step: Step) => () => returnTo(stepRoutes[step])
  const rows: DefinitionRow[] = [
    {
      label: t('report-new.check.station'),
      value: draft.station?.name,
      change: () => navigate('report-new-station'),
    },
    { label: t('report-new.category'), value: category?.name ?? '–', change: change('what') },
    ...(draft.caseSlug
      ? [{ label: t('case-report.about'), value: <CaseName slug={draft.caseSlug} />, change: change('what') }]
      : []),
    ...questionRows(draft, category, t),
    {
      label: t(draft.caseSlug ? 'case-report.words' : 'report-new.check.what'),
      value: <Text prose>{draft.text}</Text>,
      change: change('what'),
    },
    { label: t('report-new.check.place'), value: place, change: change('where') },
    { label: t('report-new.check.photos'), value: <Photos keys={draft.photos} />, change: change('photos') },
    { label: t('report-new.check.contact'), value: contactWords(draft, t), change: change('contact') },
    {
      label: t('report-new.check.public'),
      value: t(draft.consentPublic ? 'report-new.check.public.yes' : 'report-new.check.public.no'),
      change: change('contact'),
    },
  ]
  return <Definition label={t('report-new.check.label')} rows={rows} />
}

function questionRows({ answers }: Draft, category: Category | undefined, t: Translate): DefinitionRow[] {
  return (category?.questions ?? []).flatMap(({ code, label, options }) => {
    const answer = answers[code]
    if (answer === undefined) return []
    if (typeof answer === 'boolean') return [{ label, value: t(answer ? 'report.yes' : 'report.no') }]
    return [{ label, value: options.find((option) => option.code === answer)?.name ?? answer }]
  })
}

function contactWords({ contactWay, contact }: Draft, t: Translate): string {
  if (contactWay !== 'contact') return t('report-new.check.contact.none')
  return [contact.name, contact.phone].filter((part) => part.trim()).join(t('report.comma'))
}

function usePlaceText({ place, placeless, station }: Draft) {
  const t = useText()
  const words = usePlaceWords(place.position, station ? { ...station.place, label: station.name } : undefined)
  if (placeless) return t('report-new.check.place.none')
  return (
    <>
      {place.address && <Text block>{place.address}</Text>}
      {place.position && (
        <Text block size="small" tone="muted">
          {words}
        </Text>
      )}
    </>
  )
}

function Photos({ keys }: { keys: readonly string[] }) {
  const t = useText()
  const photos = usePhotos()
  if (keys.length === 0) return <>{t('report-new.check.photos.none')}</>
  return (
    <>
      {t('report-new.check.photos.count', { n: keys.length })}
      <Box className="answers-photos">
        {keys.map((key, index) => {
          const url = photos[key]?.previewUrl
          return (
            url && <Picture key={key} src={url} alt={t('report.photo.n', { n: index + 1 })} shape="square" />
          )
        })}
      </Box>
    </>
  )
}
