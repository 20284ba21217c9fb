const { isMainThread } = require('node:worker_threads');

// Preloaded into each app that the journeys start: whatever ends the test
// process, even a kill that it can't handle, closes this pipe and ends the app.
// Preloads run in every thread, and only the main one has this pipe.
if (isMainThread) {
  process.stdin.on('end', () => process.exit(0));
  process.stdin.on('error', () => process.exit(0));
  process.stdin.resume();
  process.stdin.unref();
}
