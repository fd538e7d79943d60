import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { useReport } from '@/api/use-report'
import { LookUpForm } from '@/components/look-up-form/look-up-form'
import { Card } from '@/kit/card'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useQuery } from '@/platform/navigation'
import { useReceipts } from '@/state/receipts'
import { ReportView } from './report-view'

interface Access {
  number: string
  code: string | null
}

/** One report, as its reporter follows it: by the receipt on this device, by number and code, or by the session. */
export default function ReportPage() {
  const t = useText()
  const [typed, setTyped] = useState<Access | null>(null)
  const fromAddress = useAccess()
  const access = typed ?? fromAddress
  const query = useReport(access.number, access.code)
  if (access.number === '' || (isHidden(query.error) && !query.data))
    return <NoAccess access={access} onFound={setTyped} />
  return (
    <Page title={t('report.title')} back={{ to: 'my-reports' }}>
      <LoadState query={query} skeleton={{ look: 'card' }}>
        {(answer) => <ReportView answer={answer} queryCode={access.code} />}
      </LoadState>
    </Page>
  )
}

/** What the address says, and the code that this device keeps for the number. */
function useAccess(): Access {
  const { number: asked = '', code } = useQuery()
  const number = asked.replace(/\D/g, '')
  const kept = useReceipts(({ receipts }) => receipts.find((receipt) => receipt.number === number)?.queryCode)
  return { number, code: code ?? kept ?? null }
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
