import { useEffect, useState } from 'react'
import { Button } from '@/kit/button'
import { languageTags } from '@/locale/locales'
import { useText } from '@/locale/use-text'
import { canSpeak, readAloud, stopReading } from '@/platform/speech'
import { usePreferences } from '@/state/preferences'

/** Reads a text to those who would rather listen; pressed again it stops. Nothing where there is no voice. */
export function ReadAloud({ text }: { text: string }) {
  const t = useText()
  const locale = usePreferences((now) => now.locale)
  const [reading, setReading] = useState(false)
  useEffect(() => stopReading, [])
  if (!canSpeak()) return null
  const toggle = () => {
    setReading(!reading)
    if (reading) stopReading()
    else void readAloud(text, languageTags[locale]).then(() => setReading(false))
  }
  return (
    <Button small icon="sound" pressed={reading} onClick={toggle}>
      {t(reading ? 'report.read.stop' : 'report.read')}
    </Button>
  )
}
