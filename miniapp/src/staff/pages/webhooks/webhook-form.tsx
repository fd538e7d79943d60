import type { WebhookRequest } from '@shared/contract/webhook.ts'
import { WEBHOOK_GROUP_NAMES, WEBHOOK_GROUPS, type WebhookGroup } from '@shared/domain/webhook.ts'
import { useState } from 'react'
import { useDistricts } from '@/api/districts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { Form } from '@/kit/form'
import { Heading } from '@/kit/heading'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { ReferenceSearch } from '../../components/reference/reference-search'
import { DeedNotice } from '../../components/deed-notice'
import { useStaffText } from '../../locale/use-staff-text'
import { type Deed, useDeed } from '../../state/use-deed'

type Events = WebhookRequest['events']

const idOf = (field: string) => (field === 'events' ? groupId(WEBHOOK_GROUP_NAMES[0]) : `hook-${field}`)
const groupId = (group: WebhookGroup) => `hook-group-${group}`

/** The events with a whole group put in or taken out. */
function withGroup(events: Events, group: WebhookGroup, chosen: boolean): Events {
  const own: readonly string[] = WEBHOOK_GROUPS[group]
  const others = events.filter((event) => !own.includes(event))
  return chosen ? [...others, ...WEBHOOK_GROUPS[group]] : others
}

interface WebhookFormProps {
  start: WebhookRequest
  /** of the body to start with */
  bodyName?: string
  /** on the button */
  action: string
  done: string
  /** @throws ApiError with the fields that are wrong */
  onSend: (request: WebhookRequest) => Promise<unknown>
}

/** Where to, what of, whose: for a new address and for one that is there. */
export function WebhookForm({ start, bodyName, action, done, onSend }: WebhookFormProps) {
  const t = useStaffText()
  const deed = useDeed()
  const [entered, setEntered] = useState(start)
  const missing: Record<string, string> =
    entered.events.length === 0 ? { events: t('staff.hooks.events.missing') } : {}
  const send = () => void deed.run(missing, () => onSend(entered), done)
  const set = (changes: Partial<WebhookRequest>) => setEntered({ ...entered, ...changes })
  return (
    <Form label={action} onSubmit={send}>
      <Box gap={4}>
        <DeedNotice deed={deed} idOf={idOf} />
        <Where entered={entered} errors={deed.errors} set={set} />
        <Groups events={entered.events} onChange={(events) => set({ events })} />
        <Whose entered={entered} errors={deed.errors} bodyName={bodyName} set={set} />
        <Button kind="primary" block submit busy={deed.busy}>
          {action}
        </Button>
      </Box>
    </Form>
  )
}

interface PartProps {
  entered: WebhookRequest
  errors: Deed['errors']
  set: (changes: Partial<WebhookRequest>) => void
}

function Where({ entered, errors, set }: PartProps) {
  const t = useStaffText()
  return (
    <>
      <TextField
        id={idOf('name')}
        label={t('staff.doors.name')}
        value={entered.name}
        onChange={(name) => set({ name })}
        error={errors.name}
        autoComplete="off"
      />
      <TextField
        id={idOf('url')}
        label={t('staff.hooks.url')}
        hint={t('staff.hooks.url.hint')}
        value={entered.url}
        onChange={(url) => set({ url })}
        error={errors.url}
        placeholder="https://"
        autoComplete="off"
      />
    </>
  )
}

function Groups({ events, onChange }: { events: Events; onChange: (events: Events) => void }) {
  const t = useStaffText()
  return (
    <Box as="section" label={t('staff.hooks.events')} gap={2}>
      <Heading level={3}>{t('staff.hooks.events')}</Heading>
      {WEBHOOK_GROUP_NAMES.map((group) => {
        const own = WEBHOOK_GROUPS[group]
        const count = own.filter((event) => events.includes(event)).length
        const isPart = count > 0 && count < own.length
        return (
          <Checkbox
            key={group}
            id={groupId(group)}
            label={t(`staff.hooks.group.${group}`)}
            checked={count === own.length}
            {...(isPart && { hint: t('staff.hooks.group.partly', { n: count }) })}
            onChange={(chosen) => onChange(withGroup(events, group, chosen))}
          />
        )
      })}
    </Box>
  )
}

function Whose({ entered, errors, bodyName, set }: PartProps & Pick<WebhookFormProps, 'bodyName'>) {
  const t = useStaffText()
  const districts = useDistricts()
  return (
    <>
      <Select
        id={idOf('districtCode')}
        label={t('staff.hooks.district')}
        empty={t('staff.hooks.district.all')}
        value={entered.districtCode ?? ''}
        options={(districts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        // An office of another district would never have anything to do there.
        onChange={(code) => set({ districtCode: code || null, bodyCode: null })}
        error={errors.districtCode}
      />
      <ReferenceSearch
        id={idOf('bodyCode')}
        kind="bodies"
        label={t('staff.hooks.body')}
        hint={t('staff.hooks.body.hint')}
        empty={t('staff.hooks.body.all')}
        value={entered.bodyCode ?? ''}
        name={bodyName}
        district={entered.districtCode ?? ''}
        onChange={(code) => set({ bodyCode: code || null })}
        error={errors.bodyCode}
        optional
      />
    </>
  )
}
