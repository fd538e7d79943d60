import { useState } from 'react'
import { eraseAllData, readAllData } from '@/api/personal-data'
import { queryClient } from '@/api/query-client'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { DataDeedNotice } from '@/components/personal-data/data-deed-notice'
import { useDataDeed } from '@/components/personal-data/use-data-deed'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Disclosure } from '@/kit/disclosure'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { saveText } from '@/platform/save-text'
import { useSession } from '@/state/session'

/** Everything this device has filed: to take out, and to have erased at once. */
export function AllMyData() {
  const t = useText()
  const hasSession = useSession((now) => now.open)
  const deed = useDataDeed()
  const [asking, setAsking] = useState(false)
  if (!hasSession) return null
  const save = () =>
    deed.run(async () => {
      const data = await readAllData()
      return t(`personal.${await saveText('mashang.json', JSON.stringify(data, null, 2))}`)
    })
  const erase = () =>
    deed.run(async () => {
      setAsking(false)
      const { erased, waiting } = await eraseAllData()
      void queryClient.invalidateQueries({ queryKey: ['reports'] })
      return t('personal.all.erased', { erased, waiting })
    })
  return (
    <Card>
      <Disclosure title={t('personal.title')}>
        <Box gap={3}>
          <Text block>{t('personal.all.text')}</Text>
          <DataDeedNotice deed={deed} />
          <Button block icon="download" busy={deed.busy} onClick={() => void save()}>
            {t('personal.all.save')}
          </Button>
          <Button block kind="danger" onClick={() => setAsking(true)}>
            {t('personal.all.erase')}
          </Button>
        </Box>
      </Disclosure>
      <ConfirmSheet
        open={asking}
        title={t('personal.all.erase')}
        text={t('personal.erase.all.text')}
        confirm={t('personal.erase.yes')}
        danger
        onConfirm={() => void erase()}
        onClose={() => setAsking(false)}
      />
    </Card>
  )
}
