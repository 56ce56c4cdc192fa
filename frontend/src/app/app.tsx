import { Suspense } from 'react'
import { Router, useLocation } from 'wouter'
import { Skeleton } from '@/ui/states'
import { ErrorBoundary } from './error-page'
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
      <Suspense fallback={<Skeleton />}>
        <Pages />
      </Suspense>
    </ErrorBoundary>
  )
}
