// Preloaded into each app that the journeys start: whatever ends the test
// process, even a kill that it can't handle, closes this pipe and ends the app.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
process.stdin.unref();
