import type { Account } from '@shared/contract/session.ts'
import type { Report } from '@shared/contract/report.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useSession } from '@/state/session'
import { getContact, type ReportContact as Contact } from '../api/staff-reports'
import { useStaffText } from '../locale/use-staff-text'

/** The office whose turn it is, and the station and supervisor that oversee it; the server decides the same. */
function mayRead({ station, district, holder }: Report, account: Account): boolean {
  const { role, stationNumber, bodyCode, deputyId } = account
  if (role === 'station') return stationNumber === station?.number
  if (role === 'supervisor') return !account.district || account.district.code === district.code
  const office = role === 'body' ? bodyCode : deputyId
  return holder?.type === role && holder.code === office
}

/** What the reporter left to be reached by; shown only when asked for. */
export function ReportContact({ report }: { report: Report }) {
  const t = useStaffText()
  const account = useSession((now) => now.account)
  if (!account || !mayRead(report, account)) return null
  return (
    <Card as="section" label={t('staff.report.contact')}>
      <Box gap={3}>
        <Heading>{t('staff.report.contact')}</Heading>
        <Ask number={report.number} />
      </Box>
    </Card>
  )
}

function Ask({ number }: { number: string }) {
  const t = useStaffText()
  const [contact, setContact] = useState<Contact | null | undefined>(undefined)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    setProblem('')
    try {
      setContact(await getContact(number))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(error.message)
    } finally {
      setBusy(false)
    }
  }
  if (contact !== undefined) return <Shown contact={contact} />
  return (
    <>
      {problem && <Banner tone="bad">{problem}</Banner>}
      <Text block size="small" tone="muted">
        {t('staff.report.contact.private')}
      </Text>
      <Button block icon="phone" busy={busy} onClick={() => void ask()}>
        {t('staff.report.contact.show')}
      </Button>
    </>
  )
}

function Shown({ contact }: { contact: Contact | null }) {
  const t = useStaffText()
  if (!contact?.name && !contact?.phone) return <Text block>{t('staff.report.contact.none')}</Text>
  const { name, phone } = contact
  const rows = [
    ...(name ? [{ label: t('staff.report.contact.name'), value: name }] : []),
    ...(phone
      ? [
          {
            label: t('staff.report.contact.phone'),
            value: (
              <Link
                href={`tel:${phone.replace(/\s/g, '')}`}
                label={t('staff.report.contact.call', { phone })}
              >
                {phone}
              </Link>
            ),
          },
        ]
      : []),
  ]
  return <Definition rows={rows} label={t('staff.report.contact')} />
}
