import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { I18nProvider } from '@/i18n'
import { speak } from '@/i18n/catalogue'

await speak('nl')

/** A part of the page as people get it: in Dutch, with a fresh cache. */
export function show(children: ComponentChildren) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <I18nProvider locale="nl">
        {children as never}
      </I18nProvider>
    </QueryClientProvider>,
  )
}
