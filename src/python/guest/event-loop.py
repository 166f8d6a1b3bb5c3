# Runs asynchronous functions on a clock of their own: where nothing comes from outside, waiting
# for a time is over as soon as nobody has anything else to do.
import asyncio


class VirtualEventLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._now = 0.0
        # The part of a loop that waits for what comes from outside.
        self._selector = self

    def time(self):
        return self._now

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError('the coroutine waits for something that never comes')
        self._now += timeout
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def install_event_loop():
    """Makes it the loop of programs that run one themselves."""
    type(asyncio.get_event_loop_policy())._loop_factory = VirtualEventLoop


def finish_coroutine(coroutine):
    """What an asynchronous function returns."""
    with asyncio.Runner(loop_factory=VirtualEventLoop) as runner:
        return runner.run(coroutine)
