import type { ReportAnswer } from '@shared/contract/report.ts'
import { useEffect, useState } from 'react'
import { ApiError } from '@/api/api-error'
import { useReport } from '@/api/use-report'
import { LookUpForm } from '@/components/look-up-form/look-up-form'
import { Card } from '@/kit/card'
import { LiveRegion } from '@/kit/live-region'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useQuery } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { takeCodeFromAddress } from '@/platform/code-in-address'
import { useInFront } from '@/platform/use-in-front'
import { useSharing } from '@/platform/use-sharing'
import { receiptOf, useReceipts } from '@/state/receipts'
import { ReportView } from './report-view'
import { useSharedReport } from './use-shared-report'

interface Access {
  number: string
  code: string | null
}

interface AddressAccess extends Access {
  /** the code came with the address of a scanned receipt */
  isScanned: boolean
}

/** One report, as its reporter follows it: by the receipt on this device, by number and code, or by the session. */
export default function ReportPage() {
  const t = useText()
  const [typed, setTyped] = useState<Access | null>(null)
  const fromAddress = useAccess()
  const access = typed ?? fromAddress
  const query = useReport(access.number, access.code, useInFront())
  usePullDown(() => query.refetch())
  useKeepScanned(query.data, fromAddress)
  useSharing(useSharedReport(query.data))
  if (access.number === '' || (isHidden(query.error) && !query.data))
    return <NoAccess access={access} onFound={setTyped} />
  return (
    <Page
      title={t('report.title')}
      back={{ to: query.data?.view === 'public' ? 'public-reports' : 'my-reports' }}
    >
      <LoadState query={query} skeleton={{ look: 'card' }}>
        {(answer) => (
          <>
            <NewsAloud version={answer.report.version} />
            <ReportView answer={answer} queryCode={access.code} />
          </>
        )}
      </LoadState>
    </Page>
  )
}

/** A receipt that was scanned stays on this device: whoever scans it wants to come back. */
function useKeepScanned(answer: ReportAnswer | undefined, { code, isScanned }: AddressAccess) {
  const keep = useReceipts((receipts) => receipts.keep)
  const report = answer?.view === 'reporter' ? answer.report : undefined
  useEffect(() => {
    if (isScanned && code && report) keep(receiptOf({ report, queryCode: code }))
  }, [isScanned, code, report, keep])
}

/** Says that something has happened while the page was open; the page itself has changed already. */
function NewsAloud({ version }: { version: number }) {
  const t = useText()
  const [first] = useState(version)
  return <LiveRegion message={version > first ? t('report.news') : ''} />
}

/** What the address says, and the code that this device keeps for the number. */
function useAccess(): AddressAccess {
  const { number: asked = '', code } = useQuery()
  // Of a scanned receipt: read once, and gone from the address.
  const [scanned] = useState(takeCodeFromAddress)
  const number = asked.replace(/\D/g, '')
  const kept = useReceipts(({ receipts }) => receipts.find((receipt) => receipt.number === number)?.queryCode)
  return { number, code: code ?? scanned ?? kept ?? null, isScanned: scanned !== null }
}

/** A report of others answers exactly like one that does not exist. */
function isHidden(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 404
}

function NoAccess({
  access: { number, code },
  onFound,
}: {
  access: Access
  onFound: (access: Access) => void
}) {
  const t = useText()
  const why = number === '' ? 'report.look-up.text' : code ? 'report.look-up.none' : 'report.look-up.why'
  return (
    <Page title={t('report.look-up')} back={{ to: 'my-reports' }}>
      <Text block>{t(why)}</Text>
      <Card>
        <LookUpForm
          number={number}
          onFound={({ report }, code) => onFound({ number: report.number, code })}
        />
      </Card>
    </Page>
  )
}
