# The names of attributes that a proof knows: those of values that a call makes for itself.
def attribute_names():
    import collections
    import datetime
    import decimal
    import fractions
    import hashlib
    import itertools
    import json
    import re

    kinds = [str, bytes, bytearray, list, dict, set, frozenset, tuple, int, float, complex, range]
    kinds += [collections.deque, collections.Counter, collections.OrderedDict]
    kinds += [collections.defaultdict, collections.ChainMap, fractions.Fraction, decimal.Decimal]
    kinds += [datetime.date, datetime.datetime, datetime.time, datetime.timedelta]
    kinds += [datetime.timezone, random.Random, re.Pattern, re.Match, itertools.chain]
    kinds += [BaseException, json.JSONDecodeError, type(hashlib.sha256())]
    names = set('close send throw value name cache_info cache_clear keywords epsilon'.split())
    names.update(('max', 'min'))
    for kind in kinds:
        names.update(name for name in dir(kind) if not name.startswith('_'))
    methods = {name for name in names for kind in kinds if callable(getattr(kind, name, None))}
    return frozenset(names - DENIED_ATTRIBUTES), frozenset(methods)


# What leads to frames, namespaces and classes, or to the clock, even where a program uses the name
# for something of its own.
DENIED_ATTRIBUTES = frozenset(
    'mapping obj func mro register fget fset fdel cell_contents now today utcnow'.split()
)
DENIED_PREFIXES = ('gi_', 'cr_', 'ag_', 'f_', 'tb_', 'co_')
# Attributes of this form that the library has itself.
LIBRARY_PRIVATE_ATTRIBUTES = frozenset(
    '_abc_impl _asdict _field_defaults _field_types _fields _make _replace'.split()
)
SAFE_PRIVATE_ATTRIBUTES = frozenset(('_asdict', '_fields', '_replace'))
SAFE_DUNDERS = frozenset(('__doc__', '__name__'))
SAFE_ATTRIBUTES, LIBRARY_METHODS = attribute_names()

SAFE_METHODS = frozenset(
    f'__{name}__'
    for name in 'init post_init repr str eq ne lt le gt ge hash len iter next getitem setitem '
    'delitem contains add radd iadd sub rsub isub mul rmul imul truediv rtruediv floordiv '
    'rfloordiv mod rmod pow neg pos abs and or xor invert call enter exit bool int float reversed matmul '
    'lshift rshift index round format'.split()
)


def is_private(name):
    """Whether a name is one that only methods of a class use."""
    if not name.startswith('_') or name.endswith('_'):
        return False
    return name not in LIBRARY_PRIVATE_ATTRIBUTES


def may_be_stored(name):
    return name not in DENIED_ATTRIBUTES and not name.startswith(DENIED_PREFIXES)
