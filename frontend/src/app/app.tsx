import { Suspense } from 'react'
import { Router, useLocation } from 'wouter'
import { NoAnswer } from '@/api/problems'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { loadAgain } from '@/lib/load-part'
import { useOnline } from '@/lib/use-online'
import { Skeleton } from '@/ui/states'
import { ErrorBoundary, ErrorPage } from './error-page'
import { Frame } from './layouts/frame'
import { Pages } from './router'

export function App() {
  return (
    <Router>
      <Frame>
        <Page />
      </Frame>
    </Router>
  )
}

/** A fault ends on its page and not in the frame; going elsewhere recovers. */
function Page() {
  const [pathname] = useLocation()
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<OnItsWay />}>
        <Pages />
      </Suspense>
    </ErrorBoundary>
  )
}

/** A page that has yet to be fetched waits for a connection; who waits with it reads that, and may try. */
export function OnItsWay() {
  const { t } = useI18n()
  if (useOnline()) return <Skeleton />
  const again = () => {
    announce(t('offline-title'))
    loadAgain()
  }
  return <ErrorPage error={new NoAnswer()} retry={again} />
}
