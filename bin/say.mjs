/** Tells the person at the terminal, in both languages; progress goes to standard error so that output stays clean. */
export function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
}

/** A refusal to go on: what is wrong, what to do, exit code 1. */
export function giveUp(zh, en) {
  process.stderr.write(`\n✗ ${zh}\n✗ ${en}\n`)
  process.exit(1)
}

/** A line that is rewritten on a terminal, and printed now and then elsewhere. */
export function progressLine() {
  const onTerminal = process.stderr.isTTY
  let last = 0
  return {
    show(text) {
      if (onTerminal) process.stderr.write(`\r\x1b[K${text}`)
      else if (Date.now() - last > 5000) {
        last = Date.now()
        process.stderr.write(`${text}\n`)
      }
    },
    end() {
      if (onTerminal) process.stderr.write('\r\x1b[K')
    },
  }
}
