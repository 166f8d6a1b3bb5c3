# The order of a set depends on addresses when it holds what is told apart by its address, and
# addresses depend on what has been called before. Where there are sets, nothing like that may get
# into one.
def check_identities(facts):
    """Raises `Unproved` when a set might hold what is told apart by its address."""
    if facts.has_loose_identities:
        raise Unproved
    for kind in facts.kinds.values():
        if kind[0] == 'library' and kind[2] in IDENTITY_MAKERS:
            raise Unproved
    read = {(name, is_called) for _, name, is_called in facts.attribute_uses}
    for name, is_called in read | facts.attributes:
        if name in IDENTITY_MAKERS:
            raise Unproved
        if not is_called and (name in facts.methods or name in LIBRARY_METHODS):
            raise Unproved
    holders = set()
    for name, target in facts.constructions:
        if name in facts.identity_classes or (name == 'cls' and facts.identity_classes):
            if target == '':
                raise Unproved
            holders.add(target)
    if facts.identity_classes:
        holders.add('self')
    places = ('value', 'read', 'argument', 'class', 'subscript')
    for name, place in facts.uses:
        if place in places and name in holders:
            raise Unproved
        if place in ('value', 'class'):
            if name in facts.nested_functions or name in facts.caught:
                raise Unproved
