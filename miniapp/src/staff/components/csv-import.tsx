import type { CityImportAnswer } from '@shared/contract/city-table.ts'
import { type ReactNode, useState } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { pickText } from '@/platform/pick-text'
import { useStaffText } from '../locale/use-staff-text'

type Answer = Pick<CityImportAnswer, 'errors' | 'errorCount'>

interface CsvImportProps<T extends Answer> {
  /** without `apply` it only says what it would do */
  take: (csv: string, apply: boolean) => Promise<T>
  onDone: (answer: T) => void
  /** a column as the file and the form call it; as the file does when absent */
  columnWords?: (column: string) => string
  /** what would change, of a file without mistakes */
  children: (answer: T) => ReactNode
}

interface Chosen<T> {
  name: string
  text: string
  answer: T
}

/** A file is looked at first: what would change, and what is wrong in which line. Only then it is taken, whole. */
export function CsvImport<T extends Answer>({ take, onDone, columnWords, children }: CsvImportProps<T>) {
  const t = useStaffText()
  const [chosen, setChosen] = useState<Chosen<T> | null>(null)
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem('')
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(error.message)
    } finally {
      setBusy(false)
    }
  }
  const choose = () =>
    run(async () => {
      const file = await pickText('.csv,text/csv')
      if (!file) return
      if (file.text === null) return setProblem(t('staff.city.import.not-utf8'))
      setChosen({ name: file.name, text: file.text, answer: await take(file.text, false) })
    })
  const apply = ({ text }: Chosen<T>) =>
    run(async () => {
      const answer = await take(text, true)
      setChosen(null)
      onDone(answer)
    })
  return (
    <Box gap={3}>
      <Button icon="inbox" block busy={busy && !chosen} onClick={() => void choose()}>
        {t('staff.city.import')}
      </Button>
      {problem && <Banner tone="bad">{problem}</Banner>}
      {chosen && (
        <Box as="section" label={t('staff.city.import.preview')} gap={3}>
          <Text block strong>
            {chosen.name}
          </Text>
          {chosen.answer.errorCount > 0 ? (
            <Mistakes {...chosen.answer} columnWords={columnWords} />
          ) : (
            children(chosen.answer)
          )}
          {chosen.answer.errorCount === 0 && (
            <Button kind="primary" block busy={busy} onClick={() => void apply(chosen)}>
              {t('staff.city.import.apply')}
            </Button>
          )}
          <Button block onClick={() => setChosen(null)}>
            {t('common.cancel')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Mistakes({
  errors,
  errorCount,
  columnWords,
}: Answer & { columnWords: ((column: string) => string) | undefined }) {
  const t = useStaffText()
  return (
    <>
      <Banner tone="bad" title={t('staff.city.import.errors', { n: errorCount })}>
        {t('staff.city.import.errors.text')}
      </Banner>
      <List label={t('staff.city.import.errors', { n: errorCount })}>
        {errors.map(({ row, column, message }) => (
          <ListItem
            key={`${row} ${column}`}
            title={t('staff.city.import.place', { row, column: columnWords?.(column) ?? column })}
            note={message}
          />
        ))}
      </List>
    </>
  )
}
