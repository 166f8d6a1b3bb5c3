# What the driver uses of Python, held where the program cannot replace it: functions that are
# defined from here on find their builtins in a copy.
import builtins as builtins_module
import importlib.util
import io
import json
import json.encoder
import os
import random
import sys
import types

__builtins__ = dict(vars(builtins_module))

parse_json = json.JSONDecoder().decode
find_spec = importlib.util.find_spec
get_recursion_limit = sys.getrecursionlimit
loaded_modules = sys.modules
seed_random = random.seed
set_profile = sys.setprofile
set_recursion_limit = sys.setrecursionlimit
set_trace = sys.settrace
standard_modules = sys.stdlib_module_names

PROGRAM_FILE = '<program>'
# Not `__main__`: what a program does when it is run by hand, such as reading from the terminal, is no
# part of the function. In `sys.modules` under this name, since dataclasses and pickle look there.
PROGRAM_MODULE = 'program'
ORDINARY_RECURSION_LIMIT = 1000

# The host takes notice of these calls: see call-marks.ts.
mark_call = getattr(os, 'getuid', int)


def cut_text(text, length):
    """The text as plain `str` of at most so many characters, with a sign when something is missing."""
    short = str.__getitem__(text, slice(0, length + 1))
    return short if len(short) <= length else short[:length] + '…'
