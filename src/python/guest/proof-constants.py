# Recognizes expressions at the top of a program whose value nothing can change.
CONSTANT_BUILTINS = frozenset(
    'abs bool chr complex float frozenset int len max min ord pow range round str sum tuple'.split()
)
CONSTANT_CALLS = {
    'math': SAFE_LIBRARY['math'],
    'cmath': SAFE_LIBRARY['cmath'],
    're': frozenset(('compile', 'escape')),
    'fractions': frozenset(('Fraction',)),
    'decimal': frozenset(('Decimal',)),
    'datetime': frozenset(('date', 'datetime', 'time', 'timedelta')),
}


def library_place(node, kinds):
    """Module and name of what an expression takes from a library, or `None`."""
    if type(node) is ast.Name:
        kind = kinds.get(node.id)
        return kind[1:] if kind is not None and kind[0] == 'library' else None
    if type(node) is ast.Attribute and type(node.value) is ast.Name:
        kind = kinds.get(node.value.id)
        if kind is not None and kind[0] == 'module' and node.attr in SAFE_LIBRARY[kind[1]]:
            return kind[1], node.attr
    return None


def is_constant(node, kinds):
    """Whether an expression at the top of a program is a value that nothing can change."""
    kind = type(node)
    if kind is ast.Constant:
        return True
    if kind is ast.Tuple:
        return all([is_constant(item, kinds) for item in node.elts])
    if kind is ast.UnaryOp:
        return is_constant(node.operand, kinds)
    if kind is ast.BinOp:
        return is_constant(node.left, kinds) and is_constant(node.right, kinds)
    if kind is ast.Name and node.id in kinds:
        if kinds[node.id] == ('constant',):
            return True
    place = library_place(node, kinds)
    if place is not None:
        return not is_changeable(*place) and not is_function(*place)
    return kind is ast.Call and is_constant_call(node, kinds)


def is_constant_call(node, kinds):
    if node.keywords:
        return False
    function = node.func
    place = library_place(function, kinds)
    if place is not None:
        is_known = place[1] in CONSTANT_CALLS.get(place[0], ())
    else:
        name = function.id if type(function) is ast.Name else ''
        is_known = name in CONSTANT_BUILTINS and name not in kinds
    if not is_known:
        return False
    if len(node.args) == 1 and is_container(node.args[0], kinds):
        # Not one of several, which `max` or `sum` might return.
        return True
    return all([is_constant(item, kinds) for item in node.args])


def is_container(node, kinds):
    """Whether an expression makes a list, a set or a dictionary of constants alone."""
    kind = type(node)
    if kind is ast.List or kind is ast.Set:
        return all([is_constant(item, kinds) for item in node.elts])
    if kind is ast.Dict:
        items = [*node.keys, *node.values]
        return all([item is not None and is_constant(item, kinds) for item in items])
    return False
