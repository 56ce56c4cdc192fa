/** Read is what was likely read: in view for a second, in a tab that somebody looks at. */
const LONG_ENOUGH = 1000

export class Reading {
  private readonly visible = new Set<number>()
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>()
  private attentive: boolean

  constructor(
    attentive: boolean,
    private readonly onRead: (seq: number) => void,
  ) {
    this.attentive = attentive
  }

  inView(seq: number, inView: boolean): void {
    if (inView) this.visible.add(seq)
    else this.visible.delete(seq)
    this.restart(seq)
  }

  attention(attentive: boolean): void {
    this.attentive = attentive
    for (const seq of this.visible) this.restart(seq)
  }

  stop(): void {
    this.visible.clear()
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }

  private restart(seq: number): void {
    const running = this.timers.get(seq)
    const wanted = this.attentive && this.visible.has(seq)
    if (wanted === (running !== undefined)) return
    clearTimeout(running)
    this.timers.delete(seq)
    if (wanted) this.timers.set(seq, setTimeout(() => this.finish(seq), LONG_ENOUGH))
  }

  private finish(seq: number): void {
    this.timers.delete(seq)
    this.visible.delete(seq)
    this.onRead(seq)
  }
}
