import type { ReportPersonalData } from '@shared/contract/personal-data.ts'
import { useState } from 'react'
import { askErasure, readReportData } from '@/api/personal-data'
import { queryClient } from '@/api/query-client'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { DataDeedNotice } from '@/components/personal-data/data-deed-notice'
import { useDataDeed } from '@/components/personal-data/use-data-deed'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { saveText } from '@/platform/save-text'
import { useSession } from '@/state/session'

interface PersonalDataProps {
  number: string
  queryCode: string | null
}

/** What is kept of whoever filed the report: to see, to take out, to have erased. */
export function PersonalData({ number, queryCode }: PersonalDataProps) {
  const t = useText()
  const hasSession = useSession((now) => now.open)
  const deed = useDataDeed()
  const [data, setData] = useState<ReportPersonalData | null>(null)
  if (queryCode === null && !hasSession) return null
  const load = () =>
    deed.run(async () => {
      setData(await readReportData(number, queryCode))
      return ''
    })
  return (
    <Card as="section" label={t('personal.title')}>
      <Box gap={3}>
        <Heading>{t('personal.title')}</Heading>
        <Text block size="small" tone="muted">
          {t('personal.text')}
        </Text>
        {data === null && <DataDeedNotice deed={deed} />}
        {data === null ? (
          <Button block icon="shield" busy={deed.busy} onClick={() => void load()}>
            {t('personal.show')}
          </Button>
        ) : (
          <Kept data={data} queryCode={queryCode} onChanged={setData} />
        )}
      </Box>
    </Card>
  )
}

interface KeptProps {
  data: ReportPersonalData
  queryCode: string | null
  onChanged: (data: ReportPersonalData) => void
}

function Kept({ data, queryCode, onChanged }: KeptProps) {
  const t = useText()
  const deed = useDataDeed()
  const [asking, setAsking] = useState<'contact' | 'all' | null>(null)
  const { number } = data
  const save = () =>
    deed.run(async () =>
      t(`personal.${await saveText(`mashang-${number}.json`, JSON.stringify(data, null, 2))}`),
    )
  const erase = (scope: 'contact' | 'all') =>
    deed.run(async () => {
      setAsking(null)
      const { words } = await askErasure(number, queryCode, { scope })
      onChanged(await readReportData(number, queryCode).catch(() => ({ ...data, contact: null })))
      void queryClient.invalidateQueries({ queryKey: ['reports'] })
      return t(scope === 'contact' ? 'personal.erased.contact' : `personal.erased.${words}`)
    })
  return (
    <Box gap={3}>
      <DataDeedNotice deed={deed} />
      <KeptFacts data={data} />
      <Button block icon="download" busy={deed.busy} onClick={() => void save()}>
        {t('personal.save')}
      </Button>
      {data.contact && (
        <Button block onClick={() => setAsking('contact')}>
          {t('personal.erase.contact')}
        </Button>
      )}
      {!data.anonymised && data.erasureAskedAt === null && (
        <Button block kind="danger" onClick={() => setAsking('all')}>
          {t('personal.erase.all')}
        </Button>
      )}
      <ConfirmSheet
        open={asking !== null}
        title={t(`personal.erase.${asking ?? 'all'}`)}
        text={t(`personal.erase.${asking ?? 'all'}.text`)}
        confirm={t('personal.erase.yes')}
        danger
        onConfirm={() => void erase(asking ?? 'contact')}
        onClose={() => setAsking(null)}
      />
    </Box>
  )
}

function KeptFacts({ data }: { data: ReportPersonalData }) {
  const t = useText()
  const format = useFormat()
  const { contact, address, photos, keptDays, erasureAskedAt, anonymised } = data
  if (anonymised) return <Text block>{t('report.erased')}</Text>
  const who = [contact?.name, contact?.phone].filter(Boolean).join(' ')
  const rows = [
    { label: t('personal.contact'), value: who || t('personal.contact.none') },
    ...(address ? [{ label: t('report.fact.place'), value: address }] : []),
    { label: t('personal.photos'), value: t('personal.photos.n', { n: photos.length }) },
    {
      label: t('personal.kept'),
      value: erasureAskedAt
        ? t('personal.kept.asked', { date: format.date(erasureAskedAt) })
        : t('personal.kept.days', { contact: keptDays.contact, words: keptDays.words }),
    },
  ]
  return <Definition rows={rows} label={t('personal.title')} />
}
