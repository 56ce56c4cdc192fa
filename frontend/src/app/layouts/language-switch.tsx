import { useQueryClient } from '@tanstack/react-query'
import { sessionQuery } from '@/api/session'
import { profileQuery, rememberLocale } from '@/features/account/api'
import { useI18n } from '@/i18n'

/** The page in the other language; of who is signed in the mails follow. */
export function LanguageSwitch(props: { signedIn: boolean }) {
  const { t, locale, setLocale } = useI18n()
  const client = useQueryClient()
  const other = locale === 'nl' ? 'en' : 'nl'
  const remember = async () => {
    await rememberLocale(other)
    // It is another version of oneself: what is changed on the page goes on from there.
    for (const { queryKey } of [profileQuery, sessionQuery]) void client.invalidateQueries({ queryKey })
  }
  const change = () => {
    setLocale(other)
    // The page speaks it already: mails follow the next time.
    if (props.signedIn) remember().catch(() => undefined)
  }
  return (
    <button type="button" className="utrecht-button utrecht-button--subtle np-header__language" lang={other} onClick={change}>
      {t('language-other')}
    </button>
  )
}
