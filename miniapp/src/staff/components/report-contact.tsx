import { useQuery } from '@tanstack/react-query'
import type { ContactShown } from '@shared/contract/contact.ts'
import type { Account } from '@shared/contract/session.ts'
import type { Report } from '@shared/contract/report.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useSession } from '@/state/session'
import { getContact } from '../api/staff-reports'
import { useStaffText } from '../locale/use-staff-text'
import { RevealSheet } from './reveal-sheet'

/** The office whose turn it is, and the station and supervisor that oversee it; the server decides the same. */
function mayRead({ station, district, holder }: Report, account: Account): boolean {
  const { role, stationNumber, bodyCode, deputyId } = account
  if (role === 'station') return stationNumber === station?.number
  if (role === 'supervisor') return !account.district || account.district.code === district.code
  const office = role === 'body' ? bodyCode : deputyId
  return holder?.type === role && holder.code === office
}

/** What the reporter left to be reached by: masked, and whole only for a reason that is written down. */
export function ReportContact({ report }: { report: Report }) {
  const t = useStaffText()
  const account = useSession((now) => now.account)
  if (!account || !mayRead(report, account)) return null
  return (
    <Card as="section" label={t('staff.report.contact')}>
      <Box gap={3}>
        <Heading>{t('staff.report.contact')}</Heading>
        <Contact number={report.number} />
      </Box>
    </Card>
  )
}

function Contact({ number }: { number: string }) {
  const t = useStaffText()
  const [whole, setWhole] = useState<ContactShown | null>(null)
  const [asking, setAsking] = useState(false)
  const query = useQuery({
    queryKey: ['staff', 'contact', number],
    queryFn: ({ signal }) => getContact(number, signal),
  })
  return (
    <LoadState query={query} skeleton={{ rows: 2 }}>
      {({ contact }) =>
        contact === null ? (
          <Text block>{t('staff.report.contact.none')}</Text>
        ) : (
          <>
            <Shown contact={whole ?? contact} isWhole={whole !== null} />
            {whole === null && (
              <Button block icon="eye" onClick={() => setAsking(true)}>
                {t('staff.report.contact.show')}
              </Button>
            )}
            {asking && (
              <RevealSheet
                number={number}
                onShown={(shown) => {
                  setWhole(shown)
                  setAsking(false)
                }}
                onClose={() => setAsking(false)}
              />
            )}
          </>
        )
      }
    </LoadState>
  )
}

function Shown({ contact: { name, phone }, isWhole }: { contact: ContactShown; isWhole: boolean }) {
  const t = useStaffText()
  const number = isWhole && phone && (
    <Link href={`tel:${phone.replace(/\s/g, '')}`} label={t('staff.report.contact.call', { phone })}>
      {phone}
    </Link>
  )
  const rows = [
    ...(name ? [{ label: t('staff.report.contact.name'), value: name }] : []),
    ...(phone ? [{ label: t('staff.report.contact.phone'), value: number || phone }] : []),
  ]
  return <Definition rows={rows} label={t('staff.report.contact')} />
}
