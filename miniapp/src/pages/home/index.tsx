import { useQuery } from '@tanstack/react-query'
import { readSession } from '@/api/session'
import { mark } from '@/components/illustrations/mark'
import { stationDrawing } from '@/components/illustrations/station'
import { NoticesLink } from '@/components/notices/notices-link'
import { StationFinder } from '@/components/station-finder/station-finder'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Choice } from '@/kit/choice'
import { Drawing } from '@/kit/drawing'
import { Heading } from '@/kit/heading'
import { Icon } from '@/kit/icon'
import type { IconName } from '@/kit/icon-paths'
import { Link, type LinkProps } from '@/kit/link'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { type ElderSize, elderSizes, usePreferences } from '@/state/preferences'
import { HomeCases } from './home-cases'
import { HomeFooter } from './home-footer'
import { WaitingStation } from './waiting-station'
import './index.scss'

export default function HomePage() {
  const t = useText()
  return (
    <Page title={t('app.name')} hideTitle start={<Brand />} actions={<TopActions />}>
      <ElderSizes />
      <WaitingStation />
      <Card as="section" label={t('home.find.submit')} className="home-hero">
        <Box className="home-hero-top">
          <Box className="home-hero-words">
            <Heading className="home-hero-title">{t('home.hero.title')}</Heading>
            <Text block tone="muted">
              {t('home.hero.text')}
            </Text>
          </Box>
          <Drawing drawing={stationDrawing} className="home-hero-drawing" />
        </Box>
        <StationFinder />
      </Card>
      <Entries />
      <HomeCases />
      <HomeFooter />
    </Page>
  )
}

function Brand() {
  const t = useText()
  return (
    <Box row align="center" className="home-brand">
      <Drawing drawing={mark} className="home-mark" />
      <Text className="home-name">{t('app.name')}</Text>
    </Box>
  )
}

function TopActions() {
  return (
    <>
      <NoticesLink />
      <ElderSwitch />
    </>
  )
}

function ElderSwitch() {
  const t = useText()
  const elder = usePreferences((now) => now.elder)
  const setElder = usePreferences((now) => now.setElder)
  return (
    <Button icon="text-size" pressed={elder} onClick={() => setElder(!elder)}>
      {t('home.elder')}
    </Button>
  )
}

/** How large, for those who want it large. */
function ElderSizes() {
  const t = useText()
  const { elder, elderSize, setElderSize } = usePreferences()
  if (!elder) return null
  const options = elderSizes.map((size) => ({ value: String(size), label: t(`home.elder.size.${size}`) }))
  return (
    <Choice
      id="elder-size"
      label={t('home.elder.size')}
      layout="inline"
      value={String(elderSize)}
      options={options}
      onChange={(size) => setElderSize(Number(size) as ElderSize)}
    />
  )
}

function Entries() {
  const t = useText()
  const session = useQuery({ queryKey: ['session'], queryFn: readSession })
  const deputy = session.data?.role === 'deputy'
  return (
    <Box as="nav" label={t('home.entries')} className="home-entries">
      <Entry to="my-reports" icon="search" title={t('home.track')} note={t('home.track.text')} />
      <Entry to="public-reports" icon="eye" title={t('home.public')} note={t('home.public.text')} />
      <Entry
        to={deputy ? 'staff-snapshot' : 'staff-sign-in'}
        icon="camera"
        title={t('home.snap')}
        note={t('home.snap.text')}
        wide
      />
    </Box>
  )
}

type EntryProps = Pick<LinkProps, 'to'> & { icon: IconName; title: string; note: string; wide?: boolean }

function Entry({ to, icon, title, note, wide }: EntryProps) {
  return (
    <Link to={to} kind="bare" className={wide ? 'k-card home-entry home-entry-wide' : 'k-card home-entry'}>
      <Icon name={icon} size="large" className="home-entry-icon" />
      <Text strong>{title}</Text>
      <Text size="small" tone="muted">
        {note}
      </Text>
    </Link>
  )
}
