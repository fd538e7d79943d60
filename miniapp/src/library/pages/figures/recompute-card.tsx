import { OPEN_FIGURES } from '@/api/open-figures'
import { openDataAddress } from '@/api/statistics'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Table } from '@/kit/table'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { publicAddress } from '@/platform/public-address'
import { SUMS } from './sums'
import { type Recomputed, type Shown, useRecompute } from './use-recompute'

/** Nobody has to believe a number: it is added up anew here, and it says how to do so elsewhere. */
export function RecomputeCard({ shown }: { shown: readonly Shown[] }) {
  const t = useText()
  const { mutate, isPending, data, error } = useRecompute(shown)
  return (
    <Card as="section" label={t('figures.recompute')}>
      <Box gap={3} align="start">
        <Heading>{t('figures.recompute')}</Heading>
        <Text block size="small" tone="muted">
          {t('figures.recompute.text')}
        </Text>
        <Box row wrap align="center" gap={4}>
          <Button icon="refresh" busy={isPending} onClick={() => mutate()}>
            {t('figures.recompute.now')}
          </Button>
          <Link icon="download" href={openDataAddress(OPEN_FIGURES)}>
            {t('figures.data.figures')}
          </Link>
        </Box>
        {data && !isPending && <Result {...data} />}
        {error && <Banner tone="bad" title={error.message} />}
      </Box>
      <Box className="figures-recompute">
        <Disclosure title={t('figures.recompute.how')}>
          <Box gap={3} className="figures-sums">
            <Text block>{t('figures.recompute.steps')}</Text>
            <Table
              caption={t('figures.recompute.how')}
              columns={[t('figures.recompute.number'), t('figures.recompute.columns')]}
              rows={SUMS.map(({ label, columns }) => [t(label), columns])}
            />
            <Text block>{t('figures.recompute.program')}</Text>
            <Text block prose size="small" className="figures-command">
              {`npm run figures:verify -- --url ${publicAddress('home') ?? ''}`}
            </Text>
          </Box>
        </Disclosure>
      </Box>
    </Card>
  )
}

function Result({ lines, equal, differences }: Recomputed) {
  const t = useText()
  const format = useFormat()
  const [first] = differences
  if (first === undefined) {
    const numbers = { lines: format.number(lines), n: format.number(equal) }
    return <Banner tone="good" title={t('figures.recompute.equal', numbers)} />
  }
  return (
    <Banner tone="bad" title={t('figures.recompute.differ', { n: format.number(differences.length) })}>
      {first}
    </Banner>
  )
}
