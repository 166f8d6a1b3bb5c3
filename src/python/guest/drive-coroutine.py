# Runs an asynchronous function to its end.
def finish_coroutine(coroutine):
    """What a coroutine returns. It may give way, but nothing can wake it when it waits."""
    try:
        while coroutine.send(None) is None:
            pass
    except StopIteration as end:
        return end.value
    coroutine.close()
    raise RuntimeError('the coroutine waits for something, and there is no event loop')
