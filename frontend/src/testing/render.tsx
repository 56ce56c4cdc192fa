import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { I18nProvider, loadCatalogue } from '@/i18n'

const dutch = await loadCatalogue('nl', 'ui')

/** A part of the page as people get it: in Dutch, with a fresh cache. */
export function show(children: ComponentChildren) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={client}>
      <I18nProvider locale="nl" source={dutch}>
        {children as never}
      </I18nProvider>
    </QueryClientProvider>,
  )
}
