import '@/ui/index.css'
import { createRoot } from 'react-dom/client'
import { App } from '@/app/app'
import { followLinks } from '@/app/links'
import { askWhoLooks, Providers } from '@/app/providers'
import { initialLocale } from '@/i18n'
import { speak } from '@/i18n/catalogue'
import { keepFocus } from '@/lib/focus-kept'
import { besideServerPage } from '@/lib/take-over'

async function start(shown: HTMLElement): Promise<void> {
  void askWhoLooks()
  const locale = initialLocale()
  await speak(locale)
  followLinks()
  keepFocus()
  createRoot(besideServerPage(shown)).render(
    <Providers locale={locale}>
      <App />
    </Providers>,
  )
}

const shown = document.getElementById('app')
if (shown) void start(shown)
