import type { CityImportAnswer } from '@shared/contract/city-table.ts'
import { CITY_TABLE_SHAPES, type CityTable } from '@shared/domain/city-tables.ts'
import { Banner } from '@/kit/banner'
import { importCityTable } from '../../api/city-tables'
import { CsvImport } from '../../components/csv-import'
import { useRowWords } from '../../components/words/use-row-words'
import { useStaffText } from '../../locale/use-staff-text'

interface CityImportProps {
  table: CityTable
  onDone: (words: string) => void
}

/** One of the city's tables from a file. */
export function CityImport({ table, onDone }: CityImportProps) {
  const t = useStaffText()
  const columnWords = (column: string) =>
    CITY_TABLE_SHAPES[table].fields.some(({ name }) => name === column)
      ? t('staff.city.import.column', { column, name: t(`staff.city.field.${column as 'name'}`) })
      : column
  return (
    <CsvImport
      columnWords={columnWords}
      take={(csv, apply) => importCityTable(table, csv, apply)}
      onDone={({ added, changed }) => onDone(t('staff.city.import.done', { added, changed }))}
    >
      {(answer) => <Preview table={table} answer={answer} />}
    </CsvImport>
  )
}

interface PreviewProps {
  table: CityTable
  answer: CityImportAnswer
}

function Preview({ table, answer: { added, changed, unchanged, examples, names } }: PreviewProps) {
  const t = useStaffText()
  const words = useRowWords(table, names)
  const ids = examples.map((row) => words(row).title).join(t('report.comma'))
  return (
    <Banner tone="info" title={t('staff.city.import.would', { added, changed, unchanged })}>
      {ids ? t('staff.city.import.examples', { ids }) : undefined}
    </Banner>
  )
}
