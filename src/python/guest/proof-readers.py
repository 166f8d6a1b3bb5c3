# What reads a container of constants, or calls a function that it is given, and keeps neither.
EVERY_ARGUMENT = 99

# How many arguments, from the first one on, are only read. Not `sum([], START)`: it returns the
# second.
READERS = dict.fromkeys(
    'Counter OrderedDict accumulate all any bisect bisect_left bisect_right bool choice choices '
    'combinations combinations_with_replacement copy cycle deepcopy deque dict dumps enumerate '
    'float fmean frozenset fsum groupby int isinstance islice issubclass iter len list max mean median '
    'min mode next pairwise permutations prod product pstdev repr reversed sample set sorted stdev str '
    'sum tuple variance'.split(),
    1,
)
READERS.update(dict.fromkeys('chain filter map print zip zip_longest'.split(), EVERY_ARGUMENT))
READERS.update(
    dict.fromkeys(
        'cmp_to_key dropwhile nlargest nsmallest reduce starmap takewhile'.split(),
        0,
    )
)
# What calls its first argument.
CALLERS = frozenset('cmp_to_key dropwhile filter map reduce starmap takewhile'.split())
# Methods that do the same with their first argument. Not `index`: it gives it to the elements,
# which may compare it in ways of their own.
READING_METHODS = frozenset(
    'difference extend from_iterable fromkeys intersection isdisjoint issubset issuperset '
    'join sort symmetric_difference union update'.split()
)
# What a container of constants may be asked for.
CONTAINER_METHODS = frozenset('copy count get index items keys values'.split())
# Read no further than to be given out again, with two values the one of them.
CHOOSERS = frozenset(('max', 'min'))


def count_read_arguments(name, count):
    """How many of `count` arguments a function of that name only reads."""
    if name in CHOOSERS and count > 1:
        return 0
    return READERS[name]
