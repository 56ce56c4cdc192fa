import type { Post } from '@/api/types'
import { useI18n } from '@/i18n'
import { languageNames, ownName } from '@/lib/languages'
import { comeBackTo } from '../view'

/** Of a translation: of which contribution, and into what. */
export function TranslationOf({ post }: { post: Post }) {
  const { t, locale } = useI18n()
  const { translates } = post
  if (!translates) return null
  const { seq, language, older } = translates
  const about = [languageNames(locale, t)(language), older ? t('post-translation-older') : ''].filter((part) => part !== '')
  return (
    <p className="np-post__translation">
      <a href={`#${String(seq)}`} onClick={() => comeBackTo(post.seq)}>
        {t('post-translation-of', { number: seq })}
      </a>
      {about.map((part) => ` · ${part}`).join('')}
    </p>
  )
}

/** In which other languages a contribution can be read: who reads one of them finds it by its own name. */
export function OtherLanguages({ post }: { post: Post }) {
  const { t, locale } = useI18n()
  if (post.withdrawn || post.translations.length === 0) return null
  const heading = `languages-${String(post.seq)}`
  return (
    <div className="np-post__languages">
      <span id={heading}>{t('post-translations')}</span>
      <ul role="list" aria-labelledby={heading}>
        {post.translations.map(({ id, seq, language }) => {
          const { name, lang, dir } = ownName(language, locale, t)
          return (
            <li key={id}>
              <a href={`#${String(seq)}`} hrefLang={language} lang={lang} dir={dir} onClick={() => comeBackTo(post.seq)}>
                {name}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
