"""Runs a script as a job: one JSON object in on standard input, one out on standard output."""

import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

# Before any of the libraries is loaded: they read these once.
os.environ.update(
    HF_HUB_OFFLINE="1",
    TOKENIZERS_PARALLELISM="false",
    TRL_EXPERIMENTAL_SILENCE="1",
    OMP_NUM_THREADS="1",
)


class WarningCollector(logging.Handler):
    """Keeps what the libraries warn of, so that a test can look at it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if text not in self.texts:
            self.texts.append(text)


def run_job(work: Callable[[Any], dict[str, Any]]) -> None:
    """Reads the job, works on it, and prints the result with the warnings that came."""
    collector = WarningCollector()
    logging.captureWarnings(True)
    # The last two do not pass on to the root what they log.
    for name in ("", "transformers", "datasets"):
        logging.getLogger(name).addHandler(collector)
    job = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):
        result = work(job)
    # Escapes only: the text is the same whatever the encoding of the terminal.
    print(json.dumps({**result, "warnings": collector.texts}))
