/* Runs on any Node, also on ones too old for the program: nothing newer than plain modules here. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 20)) return
  console.error(
    `\n  客图课堂需要 Node.js 20.20 或更高版本，现在是 ${process.versions.node}。请从 https://nodejs.org 下载安装后再试。` +
      `\n  Ketu needs Node.js 20.20 or newer; this is ${process.versions.node}. Install it from https://nodejs.org and try again.\n`,
  )
  process.exit(1)
}
