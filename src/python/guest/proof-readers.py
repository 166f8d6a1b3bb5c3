# What reads a container of constants, or calls a function that it is given, and keeps neither.
EVERY_ARGUMENT = 99

# How many arguments, from the first one on, are only read. Not `sum([], START)`: it returns the second.
READERS = {
    **{name: 1 for name in 'all any bool dict frozenset len list reversed set sorted sum tuple'.split()},
    **{name: 1 for name in 'enumerate iter repr str isinstance issubclass next int float'.split()},
    **{name: 1 for name in 'Counter OrderedDict deque copy deepcopy bisect bisect_left'.split()},
    **{name: 1 for name in 'bisect_right mean median mode fmean stdev pstdev variance fsum'.split()},
    **{name: 1 for name in 'combinations combinations_with_replacement permutations product'.split()},
    **{name: 1 for name in 'accumulate islice pairwise groupby cycle choice choices sample'.split()},
    **{name: 1 for name in 'dumps prod max min'.split()},
    **{name: EVERY_ARGUMENT for name in 'map filter zip chain zip_longest print'.split()},
    **{name: 0 for name in 'reduce cmp_to_key takewhile dropwhile starmap nlargest nsmallest'.split()},
}
# What calls its first argument.
CALLERS = frozenset('cmp_to_key dropwhile filter map reduce starmap takewhile'.split())
# Methods that do the same with their first argument.
READING_METHODS = frozenset(
    'difference extend from_iterable fromkeys index intersection isdisjoint issubset issuperset join '
    'sort startswith endswith symmetric_difference union update sub subn'.split()
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
