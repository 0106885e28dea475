export default async function teardown() {
  const child = globalThis.__kontorDemo;
  const ended = new Promise((done) => child.once('exit', done));
  child.stdin.end();
  await ended;
}
