import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FeatureSwitch } from '@shared/contract/switch.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Badge } from '@/kit/badge'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useCitySwitches } from '@/state/city-switches'
import { changeSwitch, listSwitches } from '../../api/configuration'
import { AdminPage } from '../../components/admin-page'
import { useStaffText } from '../../locale/use-staff-text'

const KEY = ['staff', 'switches']

/** What the city does not offer for now, or ever. */
export default function SwitchesPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.switches.title')} lead={t('staff.switches.lead')} here="staff-switches">
      {() => <Switches />}
    </AdminPage>
  )
}

function Switches() {
  const t = useStaffText()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<FeatureSwitch | null>(null)
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; words: string } | null>(null)
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => listSwitches(signal) })
  const turn = async ({ name, on }: FeatureSwitch) => {
    setAsking(null)
    try {
      await changeSwitch(name, !on)
      const words = t(on ? 'staff.switches.is-off' : 'staff.switches.is-on', {
        name: t(`staff.switch.${name}`),
      })
      setTold({ tone: 'good', words })
      // This device asks the city anew what it offers.
      useCitySwitches.setState({ off: undefined })
      await queries.invalidateQueries({ queryKey: KEY })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setTold({ tone: 'bad', words: error.message })
    }
  }
  return (
    <Box gap={4}>
      {told && <Banner tone={told.tone}>{told.words}</Banner>}
      <LoadState query={query} skeleton={{ look: 'list', rows: 6 }}>
        {({ items }) => (
          <List label={t('staff.switches.title')}>
            {items.map((one) => (
              <ListItem key={one.name}>
                <SwitchRow
                  one={one}
                  // Turning on takes nothing from anybody; turning off is asked once more.
                  onTurn={() => (one.on ? setAsking(one) : void turn(one))}
                />
              </ListItem>
            ))}
          </List>
        )}
      </LoadState>
      <ConfirmSheet
        open={asking !== null}
        title={t('staff.switches.ask', { name: asking ? t(`staff.switch.${asking.name}`) : '' })}
        text={t('staff.switches.ask.text')}
        confirm={t('staff.switches.turn-off')}
        danger
        onConfirm={() => asking && void turn(asking)}
        onClose={() => setAsking(null)}
      />
    </Box>
  )
}

function SwitchRow({ one: { name, on }, onTurn }: { one: FeatureSwitch; onTurn: () => void }) {
  const t = useStaffText()
  const title = t(`staff.switch.${name}`)
  const deed = t(on ? 'staff.switches.turn-off' : 'staff.switches.turn-on')
  return (
    <Box gap={2}>
      <Box row wrap gap={2} align="center" justify="between">
        <Text strong>{title}</Text>
        <Badge tone={on ? 'good' : 'wait'}>{t(on ? 'staff.switches.on' : 'staff.switches.off')}</Badge>
      </Box>
      <Text block size="small" tone="muted">
        {t(`staff.switch.${name}.text`)}
      </Text>
      <Box row>
        <Button small label={`${deed} ${title}`} onClick={onTurn}>
          {deed}
        </Button>
      </Box>
    </Box>
  )
}
