/**
 * Runs once in the sandbox before any case. For every promise of a workflow the SDK notes where it came from, for its query `__stack_trace`; that was a third of
 * what the thread of workflows does, and nobody here asks it. Errors of a workflow keep their message and lose their place: `postup history` and a replay tell
 * it (docs/decisions/0018).
 */
Error.stackTraceLimit = 0;
