import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { useState } from 'react'
import { I18nProvider } from '@/i18n'
import { speak } from '@/i18n/catalogue'

await speak('nl')

/** What is around every page: Dutch, and a cache. */
export function Around({ children }: { children?: ComponentChildren }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }))
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale="nl">{children as never}</I18nProvider>
    </QueryClientProvider>
  )
}

/** A part of the page as people get it: in Dutch, with a fresh cache. */
export const show = (children: ComponentChildren) => render(<Around>{children}</Around>)
