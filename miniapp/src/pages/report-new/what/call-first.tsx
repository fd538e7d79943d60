import { EMERGENCY_NUMBERS, type EmergencyNumber } from '@shared/domain/emergencies.ts'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

/** The numbers side by side: in need nobody scrolls. */
function Calls({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  const t = useText()
  return (
    <Box className="calls">
      {numbers.map((number) => (
        <Link key={number} href={`tel:${number}`} kind="plain" className="call">
          <Text strong>{number}</Text>
          <Text size="small">{t(`report-new.call.${number}`)}</Text>
        </Link>
      ))}
    </Box>
  )
}

/** Before anything is typed: what is too urgent for us, and what is not ours. */
export function CallFirst() {
  const t = useText()
  return (
    <Box gap={2}>
      <Banner
        tone="bad"
        announce={false}
        title={t('report-new.urgent')}
        actions={<Calls numbers={EMERGENCY_NUMBERS} />}
      />
      <Disclosure title={t('report-new.not-taken')}>
        <List bare>
          {(['litigation', 'petition', 'personal', 'area'] as const).map((matter) => (
            <ListItem key={matter}>{t(`report-new.not-taken.${matter}`)}</ListItem>
          ))}
        </List>
      </Disclosure>
    </Box>
  )
}

/** The moment the words speak of danger: whom to call for what they say. */
export function CallNow({ numbers }: { numbers: readonly EmergencyNumber[] }) {
  const t = useText()
  return (
    <Banner tone="bad" title={t('report-new.urgent.found')} actions={<Calls numbers={numbers} />}>
      {t('report-new.urgent.text')}
    </Banner>
  )
}
