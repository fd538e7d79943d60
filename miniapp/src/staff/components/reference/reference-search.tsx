import type { Reference } from '@shared/contract/reference.ts'
import type { Referred } from '@shared/domain/city-tables.ts'
import { useState } from 'react'
import { useSettled } from '@/components/search/use-settled'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Field, type FieldBasics } from '@/kit/field'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { focusSoonOnId } from '@/platform/scroll'
import { useStaffText } from '../../locale/use-staff-text'
import { useReferences } from './use-references'

interface ReferenceSearchProps extends FieldBasics {
  kind: Referred
  /** '': nothing chosen yet */
  value: string
  /** what the value is called, when it was chosen before the form was opened */
  name?: string
  onChange: (code: string) => void
  /** the words for '' where nothing needs to be chosen */
  empty?: string
  /** a code: only what is there and what works there */
  district?: string
}

/** So many are offered at a time; more words narrow them. */
const OFFERED = 6

/** What a code stands for: what was just picked, or what the form was opened with. */
function calledBy(value: string, picked: Reference | null, name = value): string {
  return picked?.code === value ? picked.name : name
}

/** One of many, found by name: what is chosen stands there with a way to choose another. */
export function ReferenceSearch({ value, name, onChange, ...field }: ReferenceSearchProps) {
  const t = useStaffText()
  const [picked, setPicked] = useState<Reference | null>(null)
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    focusSoonOnId(field.id)
  }
  const settle = (reference: Reference | null) => {
    setPicked(reference)
    onChange(reference?.code ?? '')
    // The list that was pressed is gone.
    close()
  }
  if (open || (value === '' && !field.optional))
    return <Search {...field} onPick={settle} onCancel={value === '' ? undefined : close} />
  const change = () => {
    setOpen(true)
    focusSoonOnId(field.id)
  }
  return (
    <Box gap={1}>
      <Chosen
        {...field}
        words={value === '' ? (field.empty ?? t('staff.pick.none')) : calledBy(value, picked, name)}
        onChange={change}
      />
      <LiveRegion message={picked ? t('staff.pick.chosen', { name: picked.name }) : ''} />
    </Box>
  )
}

interface ChosenProps extends FieldBasics {
  words: string
  onChange: () => void
}

/** What is chosen, and the way to choose another. */
function Chosen({ words, onChange, ...field }: ChosenProps) {
  const t = useStaffText()
  const change = t('common.change')
  return (
    <Field {...field} group>
      <Box row gap={3} align="center" justify="between">
        <Text>{words}</Text>
        <Button id={field.id} kind="ghost" small label={`${change} ${field.label}`} onClick={onChange}>
          {change}
        </Button>
      </Box>
    </Field>
  )
}

interface SearchProps extends Omit<ReferenceSearchProps, 'value' | 'name' | 'onChange'> {
  onPick: (reference: Reference | null) => void
  /** leaves what was chosen before; absent while there is nothing */
  onCancel: (() => void) | undefined
}

function Search({ kind, district = '', empty, onPick, onCancel, ...field }: SearchProps) {
  const t = useStaffText()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed)
  const query = useReferences(kind, { limit: OFFERED, ...(q && { q }), ...(district && { district }) })
  return (
    <Box gap={2}>
      <TextField
        {...field}
        type="search"
        hint={field.hint ?? t('staff.pick.hint')}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      <LoadState query={query} skeleton={{ look: 'list', rows: 3 }}>
        {(items) => <Offers label={field.label} items={items} onPick={onPick} />}
      </LoadState>
      <Box row wrap gap={2}>
        {field.optional && (
          <Button kind="ghost" small onClick={() => onPick(null)}>
            {empty ?? t('staff.pick.none')}
          </Button>
        )}
        {onCancel && (
          <Button kind="ghost" small onClick={onCancel}>
            {t('staff.pick.keep')}
          </Button>
        )}
      </Box>
    </Box>
  )
}

interface OffersProps {
  label: string
  items: readonly Reference[]
  onPick: (reference: Reference) => void
}

function Offers({ label, items, onPick }: OffersProps) {
  const t = useStaffText()
  if (items.length === 0) return <Text block>{t('staff.pick.nothing')}</Text>
  return (
    <>
      <List label={t('staff.pick.found', { label })}>
        {items.map((item) => (
          <ListItem
            key={item.code}
            title={item.name}
            note={[item.within, item.code].filter(Boolean).join(' · ')}
            onClick={() => onPick(item)}
          />
        ))}
      </List>
      {items.length === OFFERED && (
        <Text block size="small" tone="muted">
          {t('staff.pick.more')}
        </Text>
      )}
    </>
  )
}
