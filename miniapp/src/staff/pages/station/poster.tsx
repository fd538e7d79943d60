import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatCode } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { getStation } from '@/api/stations'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { LoadState } from '@/kit/load-state'
import { Picture } from '@/kit/picture'
import { Text } from '@/kit/text'
import { savesFiles } from '@/platform/saves-files'
import { posterAddresses, renewCode, revokeCode } from '../../api/own-station'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'

type Deed = 'renew' | 'revoke'

/** The poster as it will be printed, and what can be done with its code. */
export function Poster({ number }: { number: string }) {
  const t = useStaffText()
  const locale = useLocale()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Deed | null>(null)
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; words: string } | null>(null)
  const query = useQuery({
    queryKey: ['station', number, locale],
    queryFn: ({ signal }) => getStation(number, signal),
  })
  const go = async (deed: Deed) => {
    setAsking(null)
    try {
      await (deed === 'renew' ? renewCode(number) : revokeCode(number))
      setTold({ tone: 'good', words: t(`staff.poster.${deed}.done`) })
      await queries.invalidateQueries({ queryKey: ['station', number] })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setTold({ tone: 'bad', words: error.message })
    }
  }
  return (
    <Card as="section" label={t('staff.poster.title')}>
      <Box gap={4}>
        {told && <Banner tone={told.tone}>{told.words}</Banner>}
        <LoadState query={query} skeleton={{ look: 'card' }}>
          {({ name, code }) => (
            <>
              <Heading>{name}</Heading>
              {code === '' ? (
                <Banner tone="wait" announce={false}>
                  {t('staff.poster.none')}
                </Banner>
              ) : (
                <Printed number={number} code={code} />
              )}
            </>
          )}
        </LoadState>
        <Button block icon="refresh" onClick={() => setAsking('renew')}>
          {t('staff.poster.renew')}
        </Button>
        {query.data?.code !== '' && (
          <Button block kind="danger" onClick={() => setAsking('revoke')}>
            {t('staff.poster.revoke')}
          </Button>
        )}
      </Box>
      <ConfirmSheet
        open={asking !== null}
        title={t(`staff.poster.${asking ?? 'renew'}.ask`)}
        text={t(`staff.poster.${asking ?? 'renew'}.text`)}
        confirm={t(`staff.poster.${asking ?? 'renew'}`)}
        danger
        onConfirm={() => void go(asking ?? 'renew')}
        onClose={() => setAsking(null)}
      />
    </Card>
  )
}

function Printed({ number, code }: { number: string; code: string }) {
  const t = useStaffText()
  const addresses = posterAddresses(number, code)
  return (
    <>
      <Picture src={addresses.poster} alt={t('staff.poster.alt')} shape="whole" className="staff-poster" />
      <Text block tone="muted">
        {t('staff.poster.code', { code: formatCode(code) })}
      </Text>
      {savesFiles && (
        <Box gap={2}>
          <Link kind="primary" block icon="print" href={addresses.poster} download={`poster-${number}.svg`}>
            {t('staff.poster.save')}
          </Link>
          <Link kind="plain" block icon="qr" href={addresses.code} download={`code-${number}.svg`}>
            {t('staff.poster.save-code')}
          </Link>
        </Box>
      )}
    </>
  )
}
