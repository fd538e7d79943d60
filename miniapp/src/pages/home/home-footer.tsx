import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { localeNames, locales } from '@/locale/locales'
import { useText } from '@/locale/use-text'
import { usePreferences } from '@/state/preferences'

/** Police, fire, ambulance. */
const URGENT = ['110', '119', '120']

export function HomeFooter() {
  const t = useText()
  return (
    <Box as="footer" className="home-footer" gap={3}>
      <Box row wrap align="center" className="home-urgent">
        <Text className="home-urgent-words">{t('home.urgent')}</Text>
        {URGENT.map((number) => (
          <Link key={number} href={`tel:${number}`} className="home-call">
            {number}
          </Link>
        ))}
      </Box>
      <LanguageSwitch />
      <Link to="figures" icon="list">
        {t('figures.title')}
      </Link>
      <Text block size="small" tone="muted">
        {t('home.demo')}
      </Text>
      <Link to="staff-sign-in" icon="building">
        {t('home.staff')}
      </Link>
    </Box>
  )
}

function LanguageSwitch() {
  const t = useText()
  const { locale, setLocale } = usePreferences()
  return (
    <Box as="nav" label={t('home.language')} row wrap gap={2}>
      {locales.map((one) => (
        <Button key={one} small pressed={one === locale} onClick={() => setLocale(one)}>
          {localeNames[one]}
        </Button>
      ))}
    </Box>
  )
}
