import type { Post, PostResponses, ResponseKind } from '@/api/types'
import { paths } from '@/app/paths'
import { type PlainKey, useI18n } from '@/i18n'
import { namesPeople } from '@/lib/regimes'
import { DataBadge, StatusBadge } from '@/ui/badge'
import { Choice } from '@/ui/field'
import { Menu } from '@/ui/menu'
import { useBeside } from '../beside'
import { named, RESPONSE, RESPONSES, VIEW } from '../words'

/** What a post is in its conversation: on top, an answer, from where its author speaks, from another conversation. */
export function PostMarks({ post }: { post: Post }) {
  const { t } = useI18n()
  const beside = useBeside()
  if (!beside || post.withdrawn) return null
  const { pinned, accepted, perspective, cameFrom } = post
  const answers = accepted && beside.thread.kind === 'question'
  const view = beside.thread.kind === 'dilemma' ? post.view : null
  if (!pinned && !answers && !view && !perspective && !cameFrom && !beside.picked) return null
  return (
    <div className="np-post__marks">
      {beside.picked ? <Choice type="checkbox" label={t('post-pick', { number: post.seq })} checked={beside.picked.has(post.id)} onChange={() => beside.pick(post)} /> : null}
      {answers ? <StatusBadge tone="success">{t('post-answer')}</StatusBadge> : null}
      {view ? <DataBadge>{t(VIEW[view])}</DataBadge> : null}
      {pinned ? <DataBadge>{t('post-on-top')}</DataBadge> : null}
      {perspective ? (
        <span className="np-post__from" dir="auto">
          {t('post-perspective', { perspective })}
        </span>
      ) : null}
      {cameFrom ? (
        <span className="np-soft np-small">
          {t('post-came-from')} <a href={paths.thread(beside.tenant, cameFrom.thread)}>{cameFrom.title}</a>
        </span>
      ) : null}
    </div>
  )
}

/** Why a text is not there, when its author did not take it back. */
const HELD: Record<NonNullable<Post['held']>, PlainKey> = { hidden: 'post-held-hidden', returned: 'post-held-returned', removed: 'post-held-removed', original: 'post-held-original' }

/** Where a post stood: it was taken back, it went to another conversation, or its author has it back. */
export function PostGone({ post, own }: { post: Post; own: boolean }) {
  const { t } = useI18n()
  const beside = useBeside()
  const { movedTo } = post
  if (own && post.held === 'returned') {
    return (
      <p className="np-soft">
        {t('post-returned-own')} <a href={paths.moderated()}>{t('post-returned-go')}</a>
      </p>
    )
  }
  if (!beside || !movedTo) return <p className="np-soft">{t(post.held ? HELD[post.held] : 'post-withdrawn')}</p>
  return (
    <p className="np-soft">
      {t('post-moved')} <a href={paths.thread(beside.tenant, movedTo.thread, movedTo.seq)}>{movedTo.title}</a>
    </p>
  )
}

/** Where a quoted post is read: here, or in the conversation that it went to. */
export function useQuoteAddress(): (quote: NonNullable<Post['quotes']>) => string {
  const beside = useBeside()
  return ({ thread, seq }) => (beside && thread ? paths.thread(beside.tenant, thread, seq) : `#${String(seq)}`)
}

const isMine = (said: PostResponses | undefined, kind: ResponseKind) => said?.given.some((one) => one.kind === kind && one.mine) ?? false

/** One word to what somebody else said. */
export function RespondMenu({ post }: { post: Post }) {
  const { t } = useI18n()
  const beside = useBeside()
  // Where nobody learns who said what, it is not kept either who answered it.
  if (!beside || !namesPeople(beside.thread.regime)) return null
  const said = beside.responses.get(post.id)
  return (
    <Menu start name={t('response-menu-name', { number: post.seq })} label={t('response-menu')}>
      <ul role="list">
        {RESPONSES.map((kind) => {
          const mine = isMine(said, kind)
          return (
            <li key={kind}>
              <button type="button" aria-pressed={mine} onClick={() => beside.respond(post, kind, !mine)}>
                {mine ? <span aria-hidden="true">✓ </span> : null}
                {t(RESPONSE[kind])}
              </button>
            </li>
          )
        })}
      </ul>
    </Menu>
  )
}

/** What was said to a post in one word, and by whom: words and names, never how many. */
export function PostResponsesLine({ post }: { post: Post }) {
  const { t, locale } = useI18n()
  const said = useBeside()?.responses.get(post.id)
  if (!said || said.given.length === 0 || post.withdrawn) return null
  return (
    <ul role="list" className="np-responses" aria-label={t('response-list', { number: post.seq })}>
      {said.given.map(({ kind, names }) => (
        <li key={kind}>
          <span className="np-responses__word">{t(RESPONSE[kind])}</span>
          {names.length > 0 ? <Names names={names} locale={locale} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** Some of many names, and all of them for who asks. */
function Names({ names, locale }: { names: readonly string[]; locale: string }) {
  const { t } = useI18n()
  const { shown, more } = named(names)
  if (!more) return <bdi>{new Intl.ListFormat(locale).format(shown)}</bdi>
  return (
    <details>
      <summary>
        <bdi>{t('response-and-others', { names: shown.join(', ') })}</bdi>
      </summary>
      <bdi>{new Intl.ListFormat(locale).format(names)}</bdi>
    </details>
  )
}

/** What else one may do with a post: in the list under "more". */
export function MarkActs({ post, own }: { post: Post; own: boolean }) {
  const { t } = useI18n()
  const beside = useBeside()
  if (!beside) return null
  const { can, kind } = beside.thread
  return (
    <>
      {can.accept && post.seq > 1 ? (
        <li>
          <button type="button" onClick={() => beside.accept(post)}>
            {t(post.accepted ? 'post-unaccept' : 'post-accept')}
          </button>
        </li>
      ) : null}
      {own && kind === 'question' && (can.reply || post.perspective) ? (
        <li>
          <button type="button" onClick={() => beside.label(post)}>
            {t('post-label')}
          </button>
        </li>
      ) : null}
      {own && kind === 'dilemma' && can.reply ? (
        <li>
          <button type="button" onClick={() => beside.sort(post)}>
            {t('sort-title')}
          </button>
        </li>
      ) : null}
      {beside.task ? (
        <li>
          <button type="button" onClick={() => beside.task?.(post)}>
            {t('task-make')}
          </button>
        </li>
      ) : null}
      {can.facilitate ? (
        <li>
          <button type="button" onClick={() => beside.pin(post)}>
            {t(post.pinned ? 'post-unpin' : 'post-pin')}
          </button>
        </li>
      ) : null}
    </>
  )
}
