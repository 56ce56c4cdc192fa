import type { Issue } from '@/api/types'
import { paths } from '@/app/paths'
import { type PlainKey, type Translate, useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button, ButtonLink } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Menu } from '@/ui/menu'
import { type Act, type ActPage, actsOf, isForward, type Step } from '../acts'
import { type MoveProps, useMove } from '../use-move'
import { moveWord } from '../words'

const PAGE: Record<ActPage, { word: PlainKey | ((issue: Issue) => PlainKey); href: (tenant: string, issue: Issue) => string }> = {
  invite: { word: 'issue-invite', href: (tenant, { id }) => paths.invite(tenant, id) },
  asked: { word: 'issue-asked', href: (tenant, { id }) => paths.invite(tenant, id) },
  outcome: { word: 'issue-write-outcome', href: (tenant, { id }) => paths.outcome(tenant, id) },
  join: { word: 'issue-join', href: (tenant, { id }) => paths.joinIssue(tenant, id) },
  edit: { word: ({ can }) => (can.manage ? 'issue-edit' : 'issue-proposal-edit'), href: (tenant, { id, kind }) => (kind === 'network' ? paths.editNetwork : paths.editIssue)(tenant, id) },
}

/** An act as it is shown: its words, and where it leads or which step it takes. */
type Shown = { word: string; href: string; step?: undefined } | { word: string; step: Step }

function shown(t: Translate, { tenant, issue }: MoveProps, act: Act): Shown {
  if ('to' in act) return { word: t(moveWord(issue.state, act.to)), step: act }
  const { word, href } = PAGE[act.page]
  return { word: t(typeof word === 'string' ? word : word(issue)), href: href(tenant, issue) }
}

/** Changing the text is never the step that others wait for. */
const isNext = (act: Act): boolean => ('to' in act ? isForward(act.to) : act.page !== 'edit' && act.page !== 'join')

/** What the reader may do with this issue: the next step as a button, the rest in a menu beside it. */
export default function IssueActs(props: MoveProps & { extra?: readonly ActPage[] }) {
  const { t } = useI18n()
  const { take, busy, fault, question } = useMove(props)
  const { near, more } = actsOf(props.issue, props.extra)
  return (
    <section className="np-stack np-stack--tight np-no-print" aria-label={t('issue-actions')}>
      {fault ? <Alert kind="error">{fault}</Alert> : null}
      <div className="np-row">
        {near.map((act, index) => {
          const { word, ...rest } = shown(t, props, act)
          const appearance = index === 0 && isNext(act) ? 'primary' : 'secondary'
          return rest.step ? (
            <Button key={word} appearance={appearance} busy={busy} onClick={() => take(rest.step)}>
              {word}
            </Button>
          ) : (
            <ButtonLink key={word} appearance={appearance} href={rest.href}>
              {word}
            </ButtonLink>
          )
        })}
        {more.length > 0 ? <More acts={more.map((act) => shown(t, props, act))} take={take} /> : null}
      </div>
      {question}
    </section>
  )
}

function More({ acts, take }: { acts: readonly Shown[]; take: (step: Step) => void }) {
  const { t } = useI18n()
  return (
    <Menu
      start
      name={t('issue-more')}
      label={
        <>
          {t('issue-more')}
          <Icon name="chevron" />
        </>
      }
    >
      <ul role="list">
        {acts.map(({ word, ...rest }) => (
          <li key={word}>
            {rest.step ? (
              <button type="button" onClick={() => take(rest.step)}>
                {word}
              </button>
            ) : (
              <a href={rest.href}>{word}</a>
            )}
          </li>
        ))}
      </ul>
    </Menu>
  )
}
