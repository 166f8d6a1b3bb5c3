# Imports what programs import, so that the image has it. By how many of 1,500 published functions
# and their generators ask for it, the rest by what usually goes with it.
PRELOADED_MODULES = (
    'random math collections itertools typing re json copy string functools datetime operator sys '
    'decimal abc enum fractions heapq dataclasses os hashlib csv cmath threading bisect queue '
    'time numbers collections.abc statistics multiprocessing os.path pickle types pathlib ast '
    'inspect base64 ipaddress secrets warnings io traceback pprint tempfile calendar difflib builtins '
    'logging urllib.parse array struct textwrap uuid contextlib zlib binascii hmac unicodedata '
    'graphlib zoneinfo locale shlex fnmatch html colorsys weakref reprlib keyword gc timeit codecs '
    'importlib.util _strptime bz2 lzma encodings.ascii encodings.latin_1 encodings.utf_16 '
    'encodings.idna'
).split()


def preload(names):
    """Imports modules, those aside that a platform lacks."""
    for name in names:
        try:
            __import__(name)
        except ImportError:
            pass


preload(PRELOADED_MODULES)
