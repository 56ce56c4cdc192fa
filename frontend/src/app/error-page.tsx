import { Component, type ReactNode } from 'react'
import { isProblem, isTransient, NoAnswer } from '@/api/problems'
import { useSession } from '@/api/session'
import { useI18n } from '@/i18n'
import { Button, ButtonLink } from '@/ui/button'
import { PageHeading } from '@/ui/heading'
import { here } from './links'
import { above, paths } from './paths'

function Sorry(props: { title: string; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <div className="np-stack np-measure">
      <PageHeading title={props.title} site={t('site-name')} />
      {props.children}
    </div>
  )
}

export function NotFoundPage() {
  const { t } = useI18n()
  const me = useSession()
  return (
    <Sorry title={t('not-found-title')}>
      <p>{t(me ? 'not-found-text-known' : 'not-found-text')}</p>
      <div className="np-row">
        {me === null ? <ButtonLink href={paths.signIn(here())}>{t('sign-in')}</ButtonLink> : null}
        <ButtonLink appearance={me === null ? 'secondary' : 'primary'} href={paths.home()}>
          {t('not-found-home')}
        </ButtonLink>
        <a href={paths.search()}>{t('not-found-search')}</a>
      </div>
    </Sorry>
  )
}

export function ForbiddenPage(props: { why?: string }) {
  const { t } = useI18n()
  const back = above(window.location.pathname)
  return (
    <Sorry title={t('forbidden-title')}>
      <p>{props.why ?? t('forbidden-text')}</p>
      <div className="np-row">
        {back ? <ButtonLink href={back.href}>{t(back.name)}</ButtonLink> : null}
        <ButtonLink appearance={back ? 'secondary' : 'primary'} href={paths.home()}>
          {t('not-found-home')}
        </ButtonLink>
      </div>
    </Sorry>
  )
}

/** Where every unexpected fault ends: what it means, what to do, and a number to quote. */
export function ErrorPage(props: { error: unknown; busy?: boolean; retry: () => void }) {
  const { t } = useI18n()
  const { error } = props
  if (isProblem(error, 404)) return <NotFoundPage />
  if (isProblem(error, 403)) return <ForbiddenPage why={error.detail} />
  const offline = error instanceof NoAnswer
  return (
    <Sorry title={t(offline ? 'offline-title' : 'error-title')}>
      <p>{isProblem(error) && error.detail ? error.detail : t(offline ? 'offline-text' : 'error-text')}</p>
      {isTransient(error) ? <p>{t('error-tries-again')}</p> : null}
      {isProblem(error) && error.requestId ? <p className="np-soft">{t('error-number', { number: error.requestId })}</p> : null}
      <div>
        <Button appearance="primary" busy={props.busy ?? false} onClick={props.retry}>
          {t('action-retry')}
        </Button>
      </div>
    </Sorry>
  )
}

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <ErrorPage error={this.state.error} retry={() => this.setState({ error: null })} />
  }
}
