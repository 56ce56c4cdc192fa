import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { onSessionEnded } from '@/api/client'
import { ASKING } from '@/api/look-again'
import { isProblem } from '@/api/problems'
import { realtime } from '@/api/realtime'
import { doubtWho, isLeaving, onSignedOut, sayEnded, sessionQuery } from '@/api/session'
import { I18nProvider } from '@/i18n'
import type { Locale } from '@/i18n/catalogue'
import { goToFirstFault } from '@/lib/first-fault'
import { Announcer } from '@/ui/announcer'
import { Toasts } from '@/ui/toast'
import { here } from './links'
import { ListsInLanguage } from './lists-in-language'
import { paths } from './paths'

const queryClient = new QueryClient({
  mutationCache: new MutationCache({ onError: (error) => (isProblem(error) && error.errors.length > 0 ? goToFirstFault() : undefined) }),
  defaultOptions: {
    queries: ASKING,
    mutations: { retry: false },
  },
})

/** Everything that a page shows waits for this: it goes out while the page is still on its way. */
export const askWhoLooks = (): Promise<void> => queryClient.prefetchQuery(sessionQuery)

/** Where somebody may have written something. */
const WRITTEN = 'textarea, main input:not([type="checkbox"], [type="radio"], [type="hidden"], [type="search"]), dialog input:not([type="checkbox"], [type="radio"])'

/** Whoever is in the middle of a text is told, and chooses the moment; anybody else goes to sign in and comes back here. */
function sessionEnded(): void {
  if (isLeaving()) return
  doubtWho()
  const writing = [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(WRITTEN)].some((field) => field.value !== '')
  if (writing) sayEnded()
  else location.assign(paths.signInAgain(here()))
}
onSessionEnded(sessionEnded)
onSignedOut(() => location.assign(paths.signIn(here())))
realtime().whenSessionEnds = () => {
  if (isLeaving()) return
  doubtWho()
  void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).then((me) => {
    if (me === null) sessionEnded()
  })
}

export function Providers(props: { locale: Locale; children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={props.locale}>
        {props.children}
        <ListsInLanguage />
        <Announcer />
        <Toasts />
      </I18nProvider>
    </QueryClientProvider>
  )
}
