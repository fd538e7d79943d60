import type { PromiseShown } from '@shared/contract/report.ts'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'

export interface PromiseArithmeticProps {
  /** Report.promises: the first promise and every date that followed it */
  promises: readonly PromiseShown[]
}

/** How the promised date was counted, day by day, and why it moved. */
export function PromiseArithmetic({ promises }: PromiseArithmeticProps) {
  const t = useText()
  if (promises.length === 0) return null
  return (
    <Disclosure title={t('report.promise.how')}>
      <Box gap={5}>
        {promises.map((promise, index) => (
          <OnePromise key={promise.seq} promise={promise} before={promises[index - 1]} />
        ))}
      </Box>
    </Disclosure>
  )
}

/** Noon in the city: the same date in every reading. */
const noonOf = (date: string) => `${date}T12:00:00+08:00`

interface Day {
  date: string
  /** its number among the working days; null when it does not count */
  n: number | null
  why: string
}

function useDays(promise: PromiseShown): Day[] {
  const t = useText()
  const counted = promise.counted.map((date, index) => ({
    date,
    n: index + 1,
    why: t('report.promise.day', { n: index + 1 }),
  }))
  const skipped = promise.skipped.map(({ date, why, name }) => ({
    date,
    n: null,
    why: why === 'weekend' ? t('report.promise.weekend') : t('report.promise.holiday', { name: name ?? '' }),
  }))
  return [...counted, ...skipped].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function OnePromise({ promise, before }: { promise: PromiseShown; before: PromiseShown | undefined }) {
  const t = useText()
  const format = useFormat()
  const days = useDays(promise)
  const values = {
    n: promise.counted.length,
    date: format.date(promise.at),
    before: before ? format.date(before.at) : '',
  }
  const title = before
    ? t(promise.action === 'grant' ? 'report.promise.moved.grant' : 'report.promise.moved.waited', values)
    : t('report.promise.first', values)
  return (
    <Box gap={2}>
      <Text block strong>
        {title}
      </Text>
      {promise.provisional && <Text tone="wait">{t('report.promise.provisional.why')}</Text>}
      <List ordered label={title}>
        {days.map(({ date, n, why }) => (
          <ListItem
            key={date}
            title={<Text tone={n === null ? 'muted' : undefined}>{format.date(noonOf(date))}</Text>}
            aside={<Text tone={n === null ? 'muted' : 'good'}>{why}</Text>}
          />
        ))}
      </List>
    </Box>
  )
}
