import {
  cellOfValue,
  CITY_TABLE_SHAPES,
  type CityField,
  type CityRow,
  cityRowId,
  type CityTable,
  valueOfCell,
} from '@shared/domain/city-tables.ts'
import type { Names } from '@shared/contract/reference.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Link } from '@/kit/link'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { saveCityRow } from '../../api/city-tables'
import { useStaffText } from '../../locale/use-staff-text'
import { CityFieldInput, cityFieldId } from './city-field-input'
import { useRowWords } from '../../components/words/use-row-words'

interface CityRowSheetProps {
  table: CityTable
  /** what codes stand for, as the list said */
  names: Names
  /** null: a new one */
  row: CityRow | null
  onDone: () => void
  onClose: () => void
}

/** A field as it is typed: what stands in a cell of the CSV. */
type Typed = Record<string, string>

/** A box that nobody has ticked says no; what is new is in use. */
function beginning({ kind, name }: CityField): boolean | null {
  return kind === 'flag' ? name === 'active' : null
}

function typedOf(fields: readonly CityField[], row: CityRow | null): Typed {
  return Object.fromEntries(
    fields.map((field) => {
      const value = row ? cellOfValue(field, row[field.name]) : beginning(field)
      return [field.name, value === null ? '' : String(value)]
    }),
  )
}

/** What was chosen in one district is in no other. */
function withoutPlace(typed: Typed): Typed {
  const gone = ['streetCode', 'bodyCode'].filter((name) => name in typed)
  return Object.fromEntries(gone.map((name) => [name, '']))
}

/** A row as a form. What the key says stays; everything else can be changed. */
export function CityRowSheet({ table, names, row, onDone, onClose }: CityRowSheetProps) {
  const t = useStaffText()
  const { fields, key } = CITY_TABLE_SHAPES[table]
  const shown = fields.filter(({ name }) => row === null || !key.includes(name))
  const [typed, setTyped] = useState(() => typedOf(fields, row))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    setProblem('')
    const values = shown.map((field) => [field.name, valueOfCell(field, typed[field.name] ?? '')])
    try {
      await saveCityRow(table, row && cityRowId(table, row), Object.fromEntries(values))
      onDone()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const named = Object.entries(error.fields).map(([path, words]) => [path.split('.')[0] ?? path, words])
      setErrors(Object.fromEntries(named))
      setProblem(named.length > 0 ? '' : error.message)
      setAttempt(attempt + 1)
    } finally {
      setBusy(false)
    }
  }
  const words = useRowWords(table, names)
  const { title, note } = row ? words(row) : { title: t('staff.city.add'), note: '' }
  const district = typed.districtCode ?? ''
  const change = (name: string, value: string) =>
    setTyped((now) => ({ ...now, ...(name === 'districtCode' && withoutPlace(now)), [name]: value }))
  return (
    <Sheet open title={title} onClose={onClose}>
      <Form label={title} onSubmit={() => void save()}>
        <Box gap={4}>
          {note && (
            <Text block size="small" tone="muted">
              {note}
            </Text>
          )}
          {table === 'stations' && row && (
            <Link to="staff-station" query={{ number: String(row.number) }} icon="qr">
              {t('staff.scans.open')}
            </Link>
          )}
          {problem && <Banner tone="bad">{problem}</Banner>}
          <ErrorSummary
            attempt={attempt}
            errors={Object.entries(errors).map(([name, message]) => ({
              id: cityFieldId(name),
              message: `${t(`staff.city.field.${name as 'name'}`)}：${message}`,
            }))}
          />
          {shown.map((field) => (
            <CityFieldInput
              key={field.name}
              table={table}
              field={field}
              value={typed[field.name] ?? ''}
              names={names}
              district={district}
              error={errors[field.name]}
              onChange={(value) => change(field.name, value)}
            />
          ))}
          <Button kind="primary" block submit busy={busy}>
            {t('staff.city.save')}
          </Button>
        </Box>
      </Form>
    </Sheet>
  )
}
