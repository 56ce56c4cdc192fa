import type { ReactNode } from 'react'
import { useI18n } from '@/i18n'
import { PageHeading } from '@/ui/heading'

interface Props {
  title: string
  /** Tells this page from others with the same title, in the name of the window. */
  about?: string | undefined
  crumb?: { href: string; name: string }
  lead?: ReactNode
  lang?: string | undefined
  children?: ReactNode
}

/** The top of a page: where it belongs, what it is, and one sentence; `lang` when these are in a language of their own. */
export function PageHead(props: Props) {
  const { t } = useI18n()
  return (
    <div className="np-page-head">
      {props.crumb ? (
        <nav className="np-crumb" aria-label={t('crumb-label')}>
          <a href={props.crumb.href}>{props.crumb.name}</a>
        </nav>
      ) : null}
      <PageHeading title={props.title} about={props.about} site={t('site-name')} lang={props.lang} />
      {props.lead ? (
        <p className="np-lead" dir="auto" lang={props.lang}>
          {props.lead}
        </p>
      ) : null}
      {props.children}
    </div>
  )
}
