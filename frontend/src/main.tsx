import '@/ui/index.css'
import { createRoot } from 'react-dom/client'
import { App } from '@/app/app'
import { followLinks } from '@/app/links'
import { Providers } from '@/app/providers'
import { initialLocale, loadCatalogue } from '@/i18n'

async function start(root: HTMLElement): Promise<void> {
  const locale = initialLocale()
  const source = await loadCatalogue(locale, 'ui')
  followLinks()
  root.replaceChildren()
  createRoot(root).render(
    <Providers locale={locale} source={source}>
      <App />
    </Providers>,
  )
}

const root = document.getElementById('app')
if (root) void start(root)
