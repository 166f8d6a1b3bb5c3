# Keeps what the program writes, up to a bound, and gives it nothing to read.
MAX_LOG_CHARACTERS = 16 * 1024
# No character takes more than four bytes.
MAX_LOG_BYTES = 4 * (MAX_LOG_CHARACTERS + 1)


class LogSink(io.RawIOBase):
    def __init__(self, chunks):
        self.chunks = chunks
        self.room = MAX_LOG_BYTES

    def writable(self):
        return True

    def write(self, data):
        if self.room > 0:
            chunk = bytes(data[: self.room])
            self.room -= len(chunk)
            self.chunks.append(chunk)
        return len(data)


log_chunks = []
log_sink = LogSink(log_chunks)


def open_log(errors):
    return io.TextIOWrapper(
        io.BufferedWriter(log_sink), encoding='utf-8', errors=errors, newline='\n'
    )


log_output = open_log('strict')
log_errors = open_log('backslashreplace')


def install_console():
    """Puts the streams in place, once: the image keeps them."""
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BytesIO(), encoding='utf-8')
    sys.stdout = sys.__stdout__ = log_output
    sys.stderr = sys.__stderr__ = log_errors


def take_logs():
    """The lines written since the last time, cut as the JavaScript guest cuts them."""
    for stream in (log_output, log_errors):
        try:
            stream.flush()
        except ValueError:
            # The program has closed it.
            pass
    if not log_chunks:
        return []
    written = b''.join(log_chunks).decode('utf-8', 'replace').split('\n')
    log_chunks.clear()
    log_sink.room = MAX_LOG_BYTES
    if written[-1] == '':
        written.pop()
    lines = []
    room = MAX_LOG_CHARACTERS
    for line in written:
        if room <= 0:
            break
        line = cut_text(line, room)
        room -= len(line) + 1
        lines.append(line)
    return lines
