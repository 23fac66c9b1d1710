/**
 * A cell that begins with one of these is run by spreadsheet programs when somebody opens our file. An apostrophe before it keeps
 * it text, and reading the file again takes it away, so nothing changes on the way. A cell that began with an apostrophe before
 * such a sign gets one more.
 */
const dangerous = /^'*[=+\-@\t\r＝＋－＠]/;

export function disarm(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** The reverse of `disarm`. */
export function arm(text: string): string {
  return text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;
}
