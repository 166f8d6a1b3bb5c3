# What the driver uses of Python, held where the program cannot replace it: functions that are
# defined from here on find their builtins in a copy.
import builtins as builtins_module
import importlib.util
import io
import json
import json.encoder
import marshal
import os
import random
import sys
import types

__builtins__ = dict(vars(builtins_module))

parse_json = json.JSONDecoder().decode
find_spec = importlib.util.find_spec
get_recursion_limit = sys.getrecursionlimit
dump_code = marshal.dumps
load_code = marshal.loads
loaded_modules = sys.modules
seed_random = random.seed
set_profile = sys.setprofile
set_recursion_limit = sys.setrecursionlimit
set_trace = sys.settrace
standard_modules = sys.stdlib_module_names

PROGRAM_FILE = '<program>'
# Not `__main__`: what a program does when it is run by hand, such as reading from the terminal, is
# no part of the function. In `sys.modules` under this name, since dataclasses and pickle look
# there.
PROGRAM_MODULE = 'program'
# For the driver itself, whatever a program has set.
HIGH_RECURSION_LIMIT = 10_000

# The host takes notice when this is asked, see call-marks.ts: of no such terminal is anything known.
ask_terminal = os.isatty
MARK = 1_000_000


def mark_call():
    ask_terminal(MARK)


def cut_text(text, length):
    """The text as plain `str` of at most so many characters, with a sign where it was cut."""
    short = str.__getitem__(text, slice(0, length + 1))
    return short if len(short) <= length else short[:length] + '…'
