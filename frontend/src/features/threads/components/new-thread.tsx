import { useEffect, useRef, useState } from 'react'
import { Problem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Issue, Regime, Retention, Thread, ThreadItem } from '@/api/types'
import { useKey } from '@/api/use-key'
import { paths } from '@/app/paths'
import { useI18n } from '@/i18n'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { announce } from '@/lib/announcer'
import { dropDraft, keepForm, readForm } from '@/lib/drafts'
import { goToFirstFault } from '@/lib/first-fault'
import { REGIME, atLeast, namesPeople } from '@/lib/regimes'
import { Choice, Fieldset, TextField } from '@/ui/field'
import { useDrop } from '@/lib/use-drop'
import { useRefusal } from '@/ui/refused'
import { loadPosts, startThread } from '../api'
import { formsOf } from '../attached'
import { useAttached } from '../use-attached'
import { useDraft } from '../use-draft'
import { rememberOwn } from '../use-own-posts'
import { KIND, KIND_HINT } from '../words'
import { lateNote } from './attached-files'
import { addButton, PostEditor } from './post-editor'
import { RoomAhead } from './room-ahead'

const KINDS: readonly ThreadItem['kind'][] = ['talk', 'question', 'round', 'dilemma']

const CHOSEN: ReadonlySet<string> = new Set(['/kind', '/regime', '/lookedAtFirst'])

/** Which kind somebody chose before they came here. */
function asked(): ThreadItem['kind'] | null {
  const kind = new URLSearchParams(location.search).get('gesprek')
  return KINDS.find((each) => each === kind) ?? null
}

/** What is chosen beside the text. */
interface About {
  title: string
  regime: Regime
  kind: ThreadItem['kind']
  lookedAtFirst: boolean
}

/** Opening a conversation with its first post; the text is kept like every other, and so is what stands around it. */
export default function NewThread({ tenant, issue, organisation, retention, onStarted }: { tenant: string; issue: Issue; organisation: string | null; retention: Retention | null; onStarted: (thread: Thread) => void }) {
  const { t } = useI18n()
  const why = useRefusal()
  const [open, setOpen] = useState<boolean | null>(() => (asked() ? true : null))
  const [start] = useState<About>(() => ({ title: '', regime: issue.regime, kind: asked() ?? 'talk', lookedAtFirst: false }))
  const [about, setAbout] = useState(start)
  const { title, regime, kind, lookedAtFirst } = about
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [silent, setSilent] = useState(false)
  const keyOf = useKey()
  const area = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLFormElement>(null)
  const owner = useOwner()
  const draft = useDraft(owner, `thread-${issue.id}`, namesPeople(regime))
  const kept = `${owner}/about-thread-${issue.id}`
  useEffect(() => {
    void readForm(kept, start).then((found) => {
      // An issue may have become more closed since, and who asked for a kind wants that kind.
      if (found) setAbout((now) => (now === start ? { ...found, kind: asked() ?? found.kind, regime: atLeast(start.regime).includes(found.regime) ? found.regime : start.regime } : now))
    })
  }, [kept, start])
  const say = (change: Partial<About>) => {
    const next = { ...about, ...change }
    setAbout(next)
    void keepForm(kept, next)
  }
  const choose = (regime: Regime) => {
    say({ regime })
    announce(t('room-rules-now', { regime: t(REGIME[regime].key) }))
  }
  // Something goes back to somebody, and nobody's turn hangs on it.
  const canWait = regime !== 'authorless' && (kind === 'talk' || kind === 'question')
  // What was begun is found again at once.
  const shown = open ?? (draft.text !== '' || title !== '')
  const takes = namesPeople(regime)
  const attached = useAttached({ tenant, thread: issue.id, first: true, owner: takes ? owner : '', open: shown })
  const carried = useDrop(frame, shown && takes ? attached.add : null, () => undefined)
  const field = `thread-${issue.id}`
  const readers = `${field}-readers`
  const errorOf = (pointer: string) => problem?.errors.find((error) => error.pointer === pointer)?.detail

  const begin = async () => {
    if (busy || (takes && !attached.ready())) return
    setBusy(true)
    setSilent(false)
    setProblem(null)
    try {
      const form = { title, body: draft.text, regime, kind, lookedAtFirst: canWait && lookedAtFirst, files: takes ? formsOf(attached.files) : [] }
      // What is written otherwise after a lost answer is another conversation: the one that came of it had the words of then.
      const key = keyOf(form)
      const thread = await startThread(tenant, issue.id, form, key)
      if (regime === 'authorless') await keepFirst(tenant, thread.id, owner, key).catch(() => undefined)
      draft.sent()
      draft.done()
      if (takes) attached.taken()
      void dropDraft(kept)
      onStarted(thread)
    } catch (error) {
      setBusy(false)
      if (error instanceof Problem) {
        setProblem(error)
        attached.blame(attached.files, error.errors)
        // Whoever sends by key is in the text, and not on the button.
        goToFirstFault()
      } else setSilent(true)
    }
  }

  const opens = () => {
    setOpen(true)
    requestAnimationFrame(() => frame.current?.querySelector('input')?.focus())
  }
  if (!shown) {
    return (
      <div>
        <Button appearance="secondary" onClick={opens}>
          {t('thread-start')}
        </Button>
      </div>
    )
  }
  const titleError = errorOf('/title')
  // What is wrong with a choice is wrong between two of them: it stands beside the button, where one is looking.
  const refused = problem && (problem.errors.length === 0 ? why(problem) : problem.errors.filter(({ pointer }) => CHOSEN.has(pointer)).map(({ detail }) => detail).join(' '))
  return (
    <form ref={frame} id="nieuw-gesprek" className={`np-sheet np-stack${carried ? ' np-dropping' : ''}`} aria-label={t('thread-start')} onSubmit={(event) => event.preventDefault()}>
      <TextField required label={t('thread-title-label')} {...(titleError ? { error: titleError } : {})} value={title} maxLength={200} onInput={(event) => say({ title: event.currentTarget.value })} />
      <Fieldset legend={t('thread-kind')}>
        {KINDS.map((each) => (
          <Choice key={each} type="radio" name="thread-kind" label={t(KIND[each])} hint={t(KIND_HINT[each])} checked={kind === each} onChange={() => say({ kind: each })} />
        ))}
      </Fieldset>
      <Fieldset legend={t('thread-regime')}>
        {atLeast(issue.regime).map((each) => (
          <Choice key={each} type="radio" name="regime" label={t(REGIME[each].key)} hint={t(REGIME[each].hint)} checked={regime === each} onChange={() => choose(each)} />
        ))}
      </Fieldset>
      {canWait ? <Choice type="checkbox" label={t('thread-looked-at-first')} hint={t('thread-looked-at-first-hint')} checked={lookedAtFirst} onChange={(event) => say({ lookedAtFirst: event.currentTarget.checked })} /> : null}
      <RoomAhead tenant={tenant} issue={issue} organisation={organisation} retention={retention} about={{ regime, kind, lookedAtFirst: canWait && lookedAtFirst }} id={readers} />
      <PostEditor id={field} label={t('thread-first-post')} value={draft.text} area={area} describedBy={readers} error={errorOf('/body') ?? null} place={{ tenant, issue: issue.id, named: takes }} attached={takes ? attached : null} carried={carried} onWrite={draft.write} onSubmit={() => void begin()} />
      {namesPeople(issue.regime) && !takes ? <p className="np-soft np-small">{t('attached-not-here')}</p> : null}
      {refused ? (
        <Alert kind="error">
          {refused} {problem?.earlier ? <a href={paths.thread(tenant, problem.earlier.thread, problem.earlier.seq)}>{t('outgoing-earlier', { number: problem.earlier.seq })}</a> : null}
        </Alert>
      ) : null}
      {silent ? <Alert kind="error">{t('edit-no-answer')}</Alert> : null}
      <div className="np-row">
        <Button appearance="primary" busy={busy} aria-describedby={takes ? lateNote(attached, addButton(field)) : undefined} onClick={() => void begin()}>
          {t('thread-start')}
        </Button>
        <Button appearance="subtle" onClick={() => setOpen(false)}>
          {t('action-cancel')}
        </Button>
      </div>
    </form>
  )
}

/** The first post of a room without authors stays its writer's, in this browser. */
async function keepFirst(tenant: string, thread: string, owner: string, key: string): Promise<void> {
  const [first] = (await loadPosts(tenant, thread, { after: 0, limit: 1 })).items
  if (first) await rememberOwn(owner, thread, first.id, key)
}
