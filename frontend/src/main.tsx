import '@/ui/index.css'
import { createRoot } from 'react-dom/client'
import { App } from '@/app/app'
import { followLinks } from '@/app/links'
import { Providers } from '@/app/providers'
import { initialLocale, loadCatalogue } from '@/i18n'
import { besideServerPage } from '@/lib/take-over'

async function start(shown: HTMLElement): Promise<void> {
  const locale = initialLocale()
  const source = await loadCatalogue(locale, 'ui')
  followLinks()
  createRoot(besideServerPage(shown)).render(
    <Providers locale={locale} source={source}>
      <App />
    </Providers>,
  )
}

const shown = document.getElementById('app')
if (shown) void start(shown)
