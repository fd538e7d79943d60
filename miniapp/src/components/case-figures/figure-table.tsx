import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { Table } from '@/kit/table'
import { useFormat, useText } from '@/locale/use-text'
import { useCaseLanguage } from '../case-card/use-case-title'

/** All figures of a case as numbers in rows: what the drawings show, to be read and copied. */
export function FigureTable({ figures }: { figures: readonly ShownCaseFigure[] }) {
  const t = useText()
  const format = useFormat()
  const number = ({ value, before, unit }: ShownCaseFigure) =>
    `${before === undefined ? '' : `${format.number(before)} → `}${format.number(value)}${unit === '%' ? '' : ' '}${unit}`
  return (
    <Disclosure title={t('chart.table')}>
      <Box lang={useCaseLanguage()}>
        <Table
          caption={t('cases.figures')}
          columns={[t('cases.figures.name'), t('cases.figures.number'), t('cases.figures.counts')]}
          rows={figures.map((figure) => [figure.label, number(figure), figure.counts])}
        />
      </Box>
    </Disclosure>
  )
}
