import { QueryClientProvider } from '@tanstack/react-query'
import { usePageNotFound } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { queryClient } from './api/query-client'
import { languageTags } from './locale/locales'
import { speak } from './locale/translate'
import { setDocumentLanguage } from './platform/device-language'
import { keepShell } from './platform/keep-shell'
import { redirectLost } from './platform/navigation'
import { keepDelivering } from './state/outbox'
import { usePreferences } from './state/preferences'
import './styles/app.scss'

export default function App({ children }: PropsWithChildren) {
  const locale = usePreferences((now) => now.locale)
  useEffect(() => {
    setDocumentLanguage(languageTags[locale])
    // Without a network the words stay in the language that is there.
    speak(locale).catch(() => undefined)
  }, [locale])
  useEffect(keepDelivering, [])
  useEffect(keepShell, [])
  // Only the mini program asks; in a browser the wildcard route answers.
  usePageNotFound(redirectLost)
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
