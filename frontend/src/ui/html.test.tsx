import { render } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { I18nProvider } from '@/i18n'
import type { Locale } from '@/i18n/catalogue'
import { WrittenIn } from '@/i18n/written'
import { ServerHtml } from './html'

function langOf(html: string, locale: Locale, written: string | null, language?: { lang: string; dir: 'ltr' | 'rtl' }): string | null {
  const { container, unmount } = render(
    <I18nProvider locale={locale}>
      <WrittenIn.Provider value={written}>
        <ServerHtml html={html} language={language} />
      </WrittenIn.Provider>
    </I18nProvider>,
  )
  const lang = container.querySelector('.np-prose')?.getAttribute('lang') ?? null
  unmount()
  return lang
}

it('says of what people wrote that it is most likely in the language of the organisation', () => {
  expect(langOf('<p>Het licht is uit</p>', 'en', 'nl')).toBe('nl')
  expect(langOf('<p>Het licht is uit</p>', 'nl', 'nl')).toBeNull()
  expect(langOf('<p>Het licht is uit</p>', 'en', null)).toBeNull()
})

it('guesses nothing of another script, of a text without letters, and where the language is known', () => {
  expect(langOf('<p>الضوء</p>', 'en', 'nl')).toBeNull()
  expect(langOf('<p>10%</p>', 'en', 'nl')).toBeNull()
  expect(langOf('<p>La luz</p>', 'en', 'nl', { lang: 'es', dir: 'ltr' })).toBe('es')
})
