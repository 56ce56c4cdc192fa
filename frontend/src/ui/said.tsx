/** What somebody wrote, below who it is from or what it answers. */
export function Said({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <p className="np-prose np-prose--plain" dir="auto">
        {text}
      </p>
    </div>
  )
}
