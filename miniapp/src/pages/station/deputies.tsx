import type { Deputy } from '@shared/contract/station.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { useText } from '@/locale/use-text'

const AT_ONCE = 5

interface DeputiesProps {
  deputies: readonly Deputy[]
  /** who of them is there today */
  onDuty: readonly string[]
}

/** The deputies who listen here; first those who can be met today. */
export function Deputies({ deputies, onDuty }: DeputiesProps) {
  const t = useText()
  const today = deputies.filter(({ id }) => onDuty.includes(id))
  return (
    <>
      {today.length > 0 && (
        <Card as="section" label={t('station.on-duty')}>
          <Box gap={2}>
            <Heading>{t('station.on-duty')}</Heading>
            <Rows label={t('station.on-duty')} deputies={today} />
          </Box>
        </Card>
      )}
      <All deputies={deputies} />
    </>
  )
}

function All({ deputies }: Pick<DeputiesProps, 'deputies'>) {
  const t = useText()
  if (deputies.length === 0) return null
  const title = t('station.deputies', { n: deputies.length })
  const more = deputies.slice(AT_ONCE)
  return (
    <Card as="section" label={title}>
      <Box gap={2}>
        <Heading>{title}</Heading>
        <Rows label={title} deputies={deputies.slice(0, AT_ONCE)} />
        {more.length > 0 && (
          <Disclosure title={t('station.deputies.more', { n: more.length })}>
            <Rows label={title} deputies={more} />
          </Disclosure>
        )}
      </Box>
    </Card>
  )
}

function Rows({ label, deputies }: { label: string; deputies: readonly Deputy[] }) {
  const t = useText()
  return (
    <List label={label} className="station-deputies">
      {deputies.map(({ id, name, level, title }) => (
        <ListItem
          key={id}
          icon="user"
          title={name}
          note={[t(`station.level.${level}`), title].filter(Boolean).join(' · ')}
        />
      ))}
    </List>
  )
}
