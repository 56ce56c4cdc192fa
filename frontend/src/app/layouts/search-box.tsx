import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { SuggestBox } from '@/features/search/components/suggest-box'
import { useI18n } from '@/i18n'
import { isSearchKey, wishForField } from '@/lib/shortcut'
import { Icon } from '@/ui/icon'
import { go } from '../links'
import { paths } from '../paths'

/** Search, from every page but its own. */
export function SearchBox() {
  const [pathname] = useLocation()
  useSearchKey()
  return pathname === paths.search() ? <div className="np-header__search" /> : <SuggestBox onGo={go} />
}

/** On a narrow screen the search box is one step away. */
export function SearchLink() {
  const { t } = useI18n()
  return (
    <a className="utrecht-button utrecht-button--subtle np-header__icon np-header__searchlink" href={paths.search()} aria-label={t('search-label')}>
      <Icon name="search" />
    </a>
  )
}

function useSearchKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return
      event.preventDefault()
      const field = document.querySelector<HTMLInputElement>('#search-words') ?? document.querySelector<HTMLInputElement>('#site-search')
      if (field?.checkVisibility()) {
        field.focus()
        field.select()
      } else {
        wishForField()
        go(paths.search())
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
