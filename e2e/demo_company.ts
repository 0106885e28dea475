// Makes the demo company once, prints its folder, and removes it when the standard input ends.
import { forget, serve } from './kontor.ts';

const served = await serve({ fresh: true });
await served.stop();
console.log(served.home);
process.stdin.once('end', () => forget(served.home)).resume();
