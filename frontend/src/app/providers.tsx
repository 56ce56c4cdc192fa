import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { onSessionEnded } from '@/api/client'
import { isTransient } from '@/api/problems'
import { I18nProvider, type Locale } from '@/i18n'
import type { Catalogue } from '@/i18n/format'
import { Announcer } from '@/ui/announcer'
import { Toasts } from '@/ui/toast'
import { paths } from './paths'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && isTransient(error) },
    mutations: { retry: false },
  },
})

/** The text being typed is already kept; after signing in its writer is back on the same page. */
onSessionEnded(() => location.assign(paths.signIn(location.pathname + location.search + location.hash)))

export function Providers(props: { locale: Locale; source: Catalogue; children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={props.locale} source={props.source}>
        {props.children}
        <Announcer />
        <Toasts />
      </I18nProvider>
    </QueryClientProvider>
  )
}
